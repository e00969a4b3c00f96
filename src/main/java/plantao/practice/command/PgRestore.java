package plantao.practice.command;
public final class PgRestore { public static void main(String[] a) {} }
