-- For PostgreSQL only: the one thing a console may do to a team's log besides adding and reading entries.
-- Moves a device's signed end forward over entries that are there without a gap, blanks what a redaction among them
-- is about (or what an earlier one is about among them), and tells who listens. Runs with its owner's rights.
create or replace function plantao_seal(p_device varchar, p_number bigint, p_hash varchar, p_signer varchar, p_signature varchar)
returns bigint language plpgsql security definer as $$
declare
    before bigint := 0;
    pinned varchar;
begin
    perform pg_advisory_xact_lock(hashtextextended('plantao ' || p_device, 0));
    select number, signer into before, pinned from seal where device = p_device;
    before := coalesce(before, 0);
    if pinned is not null and pinned <> p_signer then
        raise exception using errcode = 'PL001', message = 'another key signs for ' || p_device;
    end if;
    if before >= p_number then
        return before;
    end if;
    if not exists (select from entry where device = p_device and number = p_number and chain_hash = p_hash)
        or (select count(*) from entry where device = p_device and number > before and number <= p_number) <> p_number - before
    then
        raise exception using errcode = 'PL002', message = 'other entries stand in the name of ' || p_device;
    end if;
    insert into seal (device, number, hash, signer, signature) values (p_device, p_number, p_hash, p_signer, p_signature)
        on conflict (device) do update set number = excluded.number, hash = excluded.hash, signature = excluded.signature;
    insert into chain_head (device, number, hash) values (p_device, p_number, p_hash)
        on conflict (device) do update set number = excluded.number, hash = excluded.hash;
    update entry e set detail = r.detail, redacted_by = r.id
        from entry r
        where r.device = p_device and r.number > before and r.number <= p_number and r.kind = 'Redacted'
            and e.id = (case when r.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.subject end)::uuid
            and e.id <> r.id and e.redacted_by is null;
    update entry e set detail = r.detail, redacted_by = r.id
        from entry r
        where e.device = p_device and e.number > before and e.number <= p_number
            and r.kind = 'Redacted' and r.subject = e.id::text and e.id <> r.id and e.redacted_by is null;
    perform pg_notify('plantao_log', p_device || ' ' || p_number);
    return p_number;
end $$;
