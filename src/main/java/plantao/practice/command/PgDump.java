package plantao.practice.command;
public final class PgDump { public static void main(String[] a) {} }
