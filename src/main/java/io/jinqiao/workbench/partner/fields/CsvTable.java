package io.jinqiao.workbench.partner.fields;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV in UTF-8, with or without a byte order mark, or in GB18030, which an office in China writes without saying so. */
final class CsvTable {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private CsvTable() {}

    static void read(byte[] bytes, Grid grid) throws IOException {
        String text = text(bytes, grid);
        if (text.indexOf('\0') >= 0) {
            throw grid.refused("既不是工作簿也不是文本 / is neither a workbook nor text", "另存为 .xlsx，或 UTF-8、GB18030 的 .csv / save it as .xlsx, or as .csv in UTF-8 or GB18030");
        }
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
        try (CSVParser records = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : records) {
                // a record of several lines is told at its number, which is what a spreadsheet shows
                grid.add(new GridRow("", (int) record.getRecordNumber(), record.toList(), Set.of()));
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw grid.refused("不是 CSV：引号没有闭合 / is no CSV: a quotation mark is not closed", "请从表格软件重新导出 / save it from the spreadsheet again");
        }
    }

    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    private static String text(byte[] bytes, Grid grid) {
        boolean marked = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
        byte[] plain = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        try {
            return strict(plain, StandardCharsets.UTF_8);
        } catch (CharacterCodingException utf8) {
            try {
                return strict(plain, GB18030);
            } catch (CharacterCodingException e) {
                throw grid.refused("既不是 UTF-8 也不是 GB18030 / is neither UTF-8 nor GB18030", "另存为 .xlsx，或用二者之一存为 .csv / save it as .xlsx, or as .csv in one of the two");
            }
        }
    }

    private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
