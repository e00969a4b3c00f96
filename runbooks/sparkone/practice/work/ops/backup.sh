#!/bin/sh
# Grava backups/sparkone_db_AAAAMMDD_HHMMSS.sql.
set -e
mkdir -p backups
file=backups/sparkone_db_$(date +%Y%m%d_%H%M%S).sql
pg_dump -f "$file"
ls -lh "$file"
