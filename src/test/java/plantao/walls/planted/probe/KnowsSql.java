package plantao.walls.planted.probe;

record KnowsSql(java.sql.Connection connection) {}
