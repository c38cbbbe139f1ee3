package io.jinqiao.opinion.sheet;

import java.util.List;

/**
 * A whole document before it has a file format.
 *
 * @param title of the file
 * @param number of the document, for the file's properties
 * @param seal where the seal stands, on the last page
 */
public record Sheet(String title, String number, List<Page> pages, SealPlace seal) {
    public Sheet {
        pages = List.copyOf(pages);
    }

    /** Every text on it, in the order of drawing. */
    public String text() {
        StringBuilder all = new StringBuilder();
        for (Page page : pages) {
            for (Mark mark : page.marks()) {
                if (mark instanceof Mark.Text text) {
                    all.append(text.text());
                } else if (mark instanceof Mark.Watermark watermark) {
                    all.append(watermark.text());
                }
            }
        }
        return all.toString();
    }

    /** Middle of the seal in millimetres from the upper left corner. */
    public record SealPlace(double x, double y) {}
}
