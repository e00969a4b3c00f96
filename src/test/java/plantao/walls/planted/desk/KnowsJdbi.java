package plantao.walls.planted.desk;

record KnowsJdbi(org.jdbi.v3.core.Jdbi jdbi) {}
