-- Entries are read by time with the help of the blocks (search_block). Each entry saved paid for two more trees.
drop index if exists entry_system_at;
drop index if exists entry_kind_at;
