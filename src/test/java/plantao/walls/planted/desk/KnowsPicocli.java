package plantao.walls.planted.desk;

record KnowsPicocli(picocli.CommandLine line) {}
