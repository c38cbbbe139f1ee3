package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.RowPlaces;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a report as a file would hand it out. */
record ContentRow(long line, Content.Group content) implements FileRow {
    private static final RowPlaces PLACES = new RowPlaces(FileKind.REPAYMENT_STATUS.rowShape());

    @Override
    public boolean has(int place) {
        return text(place) != null;
    }

    @Override
    public long fen(int place) {
        String text = text(place);
        return text == null ? 0 : Long.parseLong(text);
    }

    @Override
    public long epochDay(int place) {
        return LocalDate.parse(String.valueOf(text(place))).toEpochDay();
    }

    @Override
    public int number(int place) {
        return (int) fen(place);
    }

    @Override
    public int word(int place) {
        String text = text(place);
        return text == null ? -1 : PLACES.leaf(place).words().indexOf(text);
    }

    @Override
    public @Nullable String text(int place) {
        Content.Group at = content;
        String name = PLACES.name(place);
        int dot = name.indexOf('.');
        if (dot > 0) {
            at = (Content.Group) at.get(name.substring(0, dot));
        }
        return at == null ? null : at.text(name.substring(dot + 1));
    }
}
