package io.jinqiao.opinion;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;

/**
 * A statement for a bank, in the words that are printed.
 *
 * @param number unique among statements
 * @param opening what it is about
 */
public record Statement(String title, String number, PartnerId bank, String opening, List<Row> rows, LocalDate madeOn) {

    public record Row(String label, String text) {}

    public Statement {
        rows = List.copyOf(rows);
    }
}
