package io.jinqiao.opinion.form;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;

/** The A4 form of the approval opinion: red letterhead, one table, the seal over the date, a QR code. */
public final class OpinionForm {
    private static final String TITLE = "住房公积金个人住房贷款审批意见";
    private static final double MIDDLE = Page.WIDTH / 2;
    private static final double BODY = 4.2;
    private static final double LINE = 6.8;
    private static final double CLOSING = 47;

    private final Typeface typeface;
    private final Letterhead letterhead;
    private final Frame frame;

    public OpinionForm(Typeface typeface, Letterhead letterhead) {
        this.typeface = typeface;
        this.letterhead = letterhead;
        this.frame = new Frame(typeface, letterhead);
    }

    public Sheet lay(Opinion opinion) {
        Writer writer = new Writer(typeface, frame::startPage);
        frame.head(writer, opinion.loan().opinionNo(), "第 " + opinion.loan().version() + " 版", TITLE);
        opening(writer, opinion);
        Table table = new Table(writer);
        opinion.rows().forEach(table::row);
        table.end();
        Sheet.SealPlace seal = closing(writer, opinion);
        return new Sheet(TITLE, opinion.loan().opinionNo(), writer.pages((n, of) -> frame.foot(opinion.loan().opinionNo(), "本意见加盖电子印章后生效，打印件与电子文件核验一致方为有效", n, of)), seal);
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
}
