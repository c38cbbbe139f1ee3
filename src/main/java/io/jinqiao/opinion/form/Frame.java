package io.jinqiao.opinion.form;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Typeface;
import java.util.ArrayList;
import java.util.List;

/** What every paper of the centre has around its text: red letterhead, number, title, foot. */
final class Frame {
    private static final double MIDDLE = Page.WIDTH / 2;

    private final Typeface typeface;
    private final Letterhead letterhead;

    Frame(Typeface typeface, Letterhead letterhead) {
        this.typeface = typeface;
        this.letterhead = letterhead;
    }

    void startPage(Writer writer) {
        if (letterhead.demonstration()) {
            for (double y : new double[] {110, 212}) {
                writer.add(new Mark.Watermark(MIDDLE, y, 14, 30, "演示样张　无法律效力"));
            }
        }
    }

    /** @param right beside the number, such as a version */
    void head(Writer writer, String number, String right, String title) {
        writer.centred(MIDDLE, 28, fitting(letterhead.centre(), 11.2, 2.2), letterhead.centre(), Ink.RED, 2.2, true);
        writer.add(new Mark.Text(
                Writer.LEFT, 38, 3.9, "编号：" + number));
        writer.rightAligned(Writer.RIGHT, 38, 3.9, right, Ink.BLACK);
        writer.add(new Mark.Line(Writer.LEFT, 40.6, Writer.RIGHT, 40.6, 0.9, Ink.RED));
        writer.add(new Mark.Line(Writer.LEFT, 41.8, Writer.RIGHT, 41.8, 0.25, Ink.RED));
        writer.centred(MIDDLE, 54, 6.8, title, Ink.BLACK, 0.6, true);
        writer.moveTo(64);
    }

    /** The wanted size, or smaller so that a long name stays on one line. */
    private double fitting(String text, double size, double spacing) {
        double room = Writer.RIGHT - Writer.LEFT - spacing * (text.codePointCount(0, text.length()) - 1);
        return Math.min(size, room / typeface.width(text));
    }

    /** @param note what makes the paper valid */
    List<Mark> foot(String documentNo, String note, int number, int of) {
        List<Mark> marks = new ArrayList<>();
        double y = Page.HEIGHT - 21;
        marks.add(new Mark.Line(Writer.LEFT, y, Writer.RIGHT, y, 0.25, Ink.RED));
        String page = documentNo + "　第 " + number + " 页 共 " + of + " 页";
        marks.add(new Mark.Text(
                Writer.RIGHT - typeface.width(page) * 3.1, y + 5, 3.1, page, Ink.GREY, 0, false));
        String words = letterhead.demonstration() ? "演示文件，未接入电子印章设备，不具有法律效力" : note;
        marks.add(new Mark.Text(
                Writer.LEFT, y + 5, 3.1, words, letterhead.demonstration() ? Ink.RED : Ink.GREY, 0, false));
        return marks;
    }
}
