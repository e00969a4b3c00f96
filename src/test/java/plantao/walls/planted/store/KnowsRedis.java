package plantao.walls.planted.store;

record KnowsRedis(redis.clients.jedis.Jedis client) {}
