package io.jinqiao.credit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the Center's answer to a file (反馈文件), row by row: memory does not grow with it. */
public final class FeedbackFile {
    /** A line holds one record in Base64 and little else. */
    static final int MAX_LINE = 1 << 18;

    /** More are not told: a file that is something else altogether would have one for each line. */
    static final int MAX_PROBLEMS = 100;

    /** A code, or the tag of an item. What else stands there is free text and may be about a person; so may a number as long as a telephone's. */
    private static final Pattern NAME = Pattern.compile("(?!.*[0-9]{7})[A-Za-z0-9_]{1,40}");

    private static final String FREE_TEXT = "?";

    private static final XMLInputFactory XML = factory();

    private final Predicate<FeedbackRow> rows;
    private final List<FeedbackProblem> problems = new ArrayList<>();
    private @Nullable FeedbackHeader header;
    private long read;
    private boolean enough;

    private FeedbackFile(Predicate<FeedbackRow> rows) {
        this.rows = rows;
    }

    /** @param header null when it cannot be read @param rows how many were handed on */
    public record Result(@Nullable FeedbackHeader header, long rows, List<FeedbackProblem> problems) {}

    /** @param name of the answer's file; @param rows takes each row that can be read, and says whether it wants more */
    public static Result read(FileName name, InputStream in, Predicate<FeedbackRow> rows) throws IOException {
        FeedbackFile file = new FeedbackFile(rows);
        file.lines(in, name);
        if (file.header != null && !file.enough) {
            file.totals(file.header);
        }
        return new Result(file.header, file.read, List.copyOf(file.problems));
    }

    private void lines(InputStream in, FileName name) throws IOException {
        Lines lines = new Lines(in, MAX_LINE);
        for (byte[] line = lines.next(); line != null && !enough && problems.size() < MAX_PROBLEMS; line = lines.next()) {
            String text = lines.cut() ? null : decode(line);
            if (text == null) {
                problem(lines.number(), "行过长或不是 UTF-8", "the line is too long or no UTF-8");
            } else if (lines.number() == 1) {
                header(text, name);
            } else if (!text.isEmpty()) {
                row(text, lines.number());
            }
        }
        if (lines.number() == 0) {
            problem(1, "文件为空", "the file is empty");
        }
    }

    private static @Nullable String decode(byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private void header(String line, FileName name) {
        header = FeedbackHeader.parse(line).orElse(null);
        if (header == null) {
            problem(1, "文件头不是 " + FeedbackHeader.LENGTH + " 位的反馈文件头", "this is no header of an answer, which has " + FeedbackHeader.LENGTH + " characters");
        } else if (!header.sent().equals(name.sent().toString().substring(0, 29)) || header.flag() != name.flag()) {
            problem(1, "文件头与文件名不符", "header and name of the file tell of different files");
        }
    }

    /** More rows than wrong records may be several of one record: who knows how rows are counted looks at that. */
    private void totals(FeedbackHeader header) {
        if (header.flag() == 1 && (header.wrong() > 0 || read > 0)) {
            problem(1, "标识为全部入库，文件头却有 " + header.wrong() + " 条错误记录、正文有 " + read + " 条", "all were taken, yet the header tells " + header.wrong() + " wrong records, the file " + read);
        } else if (header.flag() == 2 && header.right() > 0) {
            problem(1, "标识为整体退回，文件头却有 " + header.right() + " 条入库记录", "the file is refused whole, yet the header tells " + header.right() + " right records");
        } else if (header.flag() == 3 && header.wrong() > read) {
            problem(1, "错误记录数与文件头不符", "the header tells " + header.wrong() + " wrong records, the file " + read);
        }
    }

    private void row(String line, long number) {
        try {
            Optional<FeedbackRow> row = row(XML.createXMLStreamReader(new StringReader(line)));
            row.ifPresentOrElse(this::hand, () -> problem(number, "缺少错误代码或行号有误", "no code of an error, or a number of a row that is none"));
        } catch (XMLStreamException | IllegalArgumentException e) {
            problem(number, "不是反馈记录", "this is no record of an answer");
        }
    }

    private void hand(FeedbackRow row) {
        read++;
        enough = !rows.test(row);
    }

    private static Optional<FeedbackRow> row(XMLStreamReader in) throws XMLStreamException {
        int number = 0;
        String original = null;
        String code = "";
        List<FeedbackRow.Error> errors = new ArrayList<>();
        while (in.hasNext()) {
            if (in.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "ErrRecId" -> number = whole(in.getElementText());
                case "FbCode" -> code = code(in.getElementText());
                case "FbMsg" -> errors.add(new FeedbackRow.Error(code, name(in.getElementText())));
                case "ErrRec" -> original = text(in.getElementText().strip());
                default -> {}
            }
        }
        boolean sound = number >= 0 && !errors.isEmpty() && errors.stream().noneMatch(error -> error.code().isEmpty());
        return sound ? Optional.of(new FeedbackRow(number, List.copyOf(errors), original)) : Optional.empty();
    }

    private static String code(String text) {
        return text.isBlank() ? "" : name(text);
    }

    private static String name(String text) {
        String stripped = text.strip();
        return NAME.matcher(stripped).matches() ? stripped : FREE_TEXT;
    }

    private static int whole(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : -1;
    }

    private static @Nullable String text(String base64) {
        return base64.isEmpty() ? null : new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void problem(long line, String zh, String en) {
        problems.add(new FeedbackProblem(line, zh, en));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
