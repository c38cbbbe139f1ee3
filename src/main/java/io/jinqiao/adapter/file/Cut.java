package io.jinqiao.adapter.file;

/** Where the columns of the present record lie in the reader's bytes; the same arrays for every record. */
final class Cut {
    final int[] from;
    final int[] to;
    /** Columns in which a doubled quotation mark stands for one. */
    final boolean[] doubled;
    boolean anyDoubled;
    /** What was found instead of the columns, in words. */
    String found = "";

    Cut(int columns) {
        from = new int[columns];
        to = new int[columns];
        doubled = new boolean[columns];
    }
}
