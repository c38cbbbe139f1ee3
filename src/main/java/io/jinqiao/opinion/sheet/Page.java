package io.jinqiao.opinion.sheet;

import java.util.List;

/** One A4 page, marks in the order they are drawn. */
public record Page(List<Mark> marks) {
    public static final double WIDTH = 210;
    public static final double HEIGHT = 297;

    public Page {
        marks = List.copyOf(marks);
    }
}
