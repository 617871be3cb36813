SET threads = ${threads};
SET memory_limit = '${memory}';
SET temp_directory = '${temp}';
SET TimeZone = 'UTC';
-- The ordered table is read back in its order.
SET preserve_insertion_order = true;
