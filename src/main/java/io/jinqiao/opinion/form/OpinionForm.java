package io.jinqiao.opinion.form;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.util.ArrayList;
import java.util.List;

/** The A4 form of the approval opinion: red letterhead, one table, the seal over the date, a QR code. */
public final class OpinionForm {
    private static final String TITLE = "住房公积金个人住房贷款审批意见";
    private static final double MIDDLE = Page.WIDTH / 2;
    private static final double BODY = 4.2;
    private static final double LINE = 6.8;
    private static final double CLOSING = 47;

    private final Typeface typeface;
    private final Letterhead letterhead;

    public OpinionForm(Typeface typeface, Letterhead letterhead) {
        this.typeface = typeface;
        this.letterhead = letterhead;
    }

    public Sheet lay(Opinion opinion) {
        Writer writer = new Writer(typeface, this::startPage);
        head(writer, opinion);
        opening(writer, opinion);
        Table table = new Table(writer);
        opinion.rows().forEach(table::row);
        table.end();
        Sheet.SealPlace seal = closing(writer, opinion);
        return new Sheet(TITLE, opinion.loan().opinionNo(), writer.pages((n, of) -> foot(opinion, n, of)), seal);
    }

    private void startPage(Writer writer) {
        if (letterhead.demonstration()) {
            for (double y : new double[] {110, 212}) {
                writer.add(new Mark.Watermark(MIDDLE, y, 14, 30, "演示样张　无法律效力"));
            }
        }
    }

    private void head(Writer writer, Opinion opinion) {
        writer.centred(MIDDLE, 28, fitting(letterhead.centre(), 11.2, 2.2), letterhead.centre(), Ink.RED, 2.2, true);
        writer.add(new Mark.Text(
                Writer.LEFT, 38, 3.9, "编号：" + opinion.loan().opinionNo()));
        writer.rightAligned(Writer.RIGHT, 38, 3.9, "第 " + opinion.loan().version() + " 版", Ink.BLACK);
        writer.add(new Mark.Line(Writer.LEFT, 40.6, Writer.RIGHT, 40.6, 0.9, Ink.RED));
        writer.add(new Mark.Line(Writer.LEFT, 41.8, Writer.RIGHT, 41.8, 0.25, Ink.RED));
        writer.centred(MIDDLE, 54, 6.8, TITLE, Ink.BLACK, 0.6, true);
        writer.moveTo(64);
    }

    /** The wanted size, or smaller so that a long name stays on one line. */
    private double fitting(String text, double size, double spacing) {
        double room = Writer.RIGHT - Writer.LEFT - spacing * (text.codePointCount(0, text.length()) - 1);
        return Math.min(size, room / typeface.width(text));
    }

    private void opening(Writer writer, Opinion opinion) {
        for (String line : writer.lines(opinion.addressee(), BODY, Writer.RIGHT - Writer.LEFT, 0)) {
            writer.add(new Mark.Text(Writer.LEFT, writer.y(), BODY, line));
            writer.moveTo(writer.y() + LINE);
        }
        double indent = 2 * BODY;
        for (String line : writer.lines(opinion.opening(), BODY, Writer.RIGHT - Writer.LEFT, indent)) {
            writer.add(new Mark.Text(Writer.LEFT + indent, writer.y(), BODY, line));
            writer.moveTo(writer.y() + LINE);
            indent = 0;
        }
        writer.moveTo(writer.y() - 2);
    }

    private Sheet.SealPlace closing(Writer writer, Opinion opinion) {
        writer.need(CLOSING);
        double top = writer.y() + 3;
        qr(writer, opinion, top + 8);
        double middle = Writer.RIGHT - 36;
        writer.centred(middle, top + 20, BODY, letterhead.centre(), Ink.BLACK, 0, false);
        writer.centred(middle, top + 28, BODY, opinion.decidedOn(), Ink.BLACK, 0, false);
        return new Sheet.SealPlace(middle, top + 22);
    }

    private void qr(Writer writer, Opinion opinion, double top) {
        String checkWord = opinion.digest().hex().substring(0, 16);
        String address = letterhead.verification() + "?no=" + opinion.loan().opinionNo() + "&v="
                + opinion.loan().version() + "&c=" + checkWord;
        writer.add(new Mark.Figure(Writer.LEFT, top, QrCode.outline(address, 25), Ink.BLACK));
        double x = Writer.LEFT + 28;
        writer.add(new Mark.Text(x, top + 6, 3.3, "扫码核验"));
        writer.add(new Mark.Text(x, top + 12, 3.3, "核验码 " + checkWord.substring(0, 8), Ink.GREY, 0, false));
        writer.add(new Mark.Text(x, top + 17, 3.3, "　　　 " + checkWord.substring(8), Ink.GREY, 0, false));
        writer.add(new Mark.Text(x, top + 23, 3.3, "以电子文件的签名为准", Ink.GREY, 0, false));
    }

    private List<Mark> foot(Opinion opinion, int number, int of) {
        List<Mark> marks = new ArrayList<>();
        double y = Page.HEIGHT - 21;
        marks.add(new Mark.Line(Writer.LEFT, y, Writer.RIGHT, y, 0.25, Ink.RED));
        String page = opinion.loan().opinionNo() + "　第 " + number + " 页 共 " + of + " 页";
        marks.add(new Mark.Text(
                Writer.RIGHT - typeface.width(page) * 3.1, y + 5, 3.1, page, Ink.GREY, 0, false));
        String note = letterhead.demonstration() ? "演示文件，未接入电子印章设备，不具有法律效力" : "本意见加盖电子印章后生效，打印件与电子文件核验一致方为有效";
        marks.add(new Mark.Text(
                Writer.LEFT, y + 5, 3.1, note, letterhead.demonstration() ? Ink.RED : Ink.GREY, 0, false));
        return marks;
    }
}
