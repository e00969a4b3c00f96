-- Run when the stack starts and again after each fault: every statement bears that.
create table if not exists videos (
    id uuid primary key,
    title text not null,
    status text not null default 'rascunho',
    created_at timestamp with time zone not null default now()
);
create index if not exists videos_created on videos (created_at);

create table if not exists render_jobs (
    id text primary key,
    status text not null,
    finished_at timestamp with time zone
);

create table if not exists supabase_migrations (
    version text primary key,
    applied timestamp with time zone not null default now()
);
insert into supabase_migrations (version) values ('20251001_videos'), ('20251114_render_jobs') on conflict do nothing;
