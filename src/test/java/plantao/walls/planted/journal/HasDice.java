package plantao.walls.planted.journal;

record HasDice(java.security.SecureRandom random) {}
