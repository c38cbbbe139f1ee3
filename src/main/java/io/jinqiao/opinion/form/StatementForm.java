package io.jinqiao.opinion.form;

import io.jinqiao.opinion.Statement;
import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;

/** The A4 form of a statement: what it is about, its rows, the seal over the date. */
public final class StatementForm {
    private static final double BODY = 4.2;
    private static final double LINE = 6.8;
    private static final double CLOSING = 47;

    private final Typeface typeface;
    private final Letterhead letterhead;
    private final Frame frame;

    public StatementForm(Typeface typeface, Letterhead letterhead) {
        this.typeface = typeface;
        this.letterhead = letterhead;
        this.frame = new Frame(typeface, letterhead);
    }

    /** @param bankTitle as the bank is addressed */
    public Sheet lay(Statement statement, String bankTitle) {
        Writer writer = new Writer(typeface, frame::startPage);
        frame.head(writer, statement.number(), "", statement.title());
        text(writer, bankTitle + "：");
        text(writer, statement.opening());
        Table table = new Table(writer);
        statement.rows().forEach(row -> table.row(Opinion.Row.of(row.label(), row.text())));
        table.end();
        writer.need(CLOSING);
        double top = writer.y() + 3;
        double middle = Writer.RIGHT - 36;
        writer.centred(middle, top + 20, BODY, letterhead.centre(), Ink.BLACK, 0, false);
        writer.centred(middle, top + 28, BODY, Opinion.DAY.format(statement.madeOn()), Ink.BLACK, 0, false);
        String note = "本结算单加盖电子印章后生效，以电子文件的签名为准";
        return new Sheet(statement.title(), statement.number(), writer.pages((n, of) -> frame.foot(statement.number(), note, n, of)), new Sheet.SealPlace(middle, top + 22));
    }

    private static void text(Writer writer, String text) {
        for (String line : writer.lines(text, BODY, Writer.RIGHT - Writer.LEFT, 0)) {
            writer.add(new Mark.Text(Writer.LEFT, writer.y(), BODY, line));
            writer.moveTo(writer.y() + LINE);
        }
    }
}
