-- Entries of a system are read by time with the help of the blocks (search_block). Each entry saved paid for one more tree.
drop index if exists entry_system_at;
