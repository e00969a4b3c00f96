package plantao.walls.planted.desk;

record KnowsMarkdown(org.commonmark.node.Node node) {}
