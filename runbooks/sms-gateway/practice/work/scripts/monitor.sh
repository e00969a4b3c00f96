#!/bin/sh
# Um retrato do sistema: containers, consumo, banco, cache, disco.
docker-compose ps
docker stats --no-stream
pg_isready
echo "Redis: $(redis-cli ping)"
df -h .
