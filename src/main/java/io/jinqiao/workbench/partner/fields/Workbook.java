package io.jinqiao.workbench.partner.fields;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Every visible row of an .xlsx, sheet by sheet. */
final class Workbook {
    private static final long MOST_UNPACKED = 64L << 20;

    private Workbook() {}

    static void read(Path path, byte[] bytes, Grid grid) throws IOException {
        if (unpacked(path) > MOST_UNPACKED) {
            throw grid.refused("解压后大于 64 MiB / unpacks to more than 64 MiB", "只保留有字段的工作表 / leave only the sheets with fields in it");
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                        grid.add(row(sheet.getName(), each.next()));
                    }
                }
            }
        } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new IOException("no workbook", e);
        }
    }

    /** Counted, not believed: what an archive says of its own size proves nothing. */
    private static long unpacked(Path path) throws IOException {
        long size = 0;
        byte[] buffer = new byte[8192];
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0 && size <= MOST_UNPACKED; read = in.read(buffer)) {
                        size += read;
                    }
                }
            }
        }
        return size;
    }

    private static GridRow row(String sheet, Row row) {
        List<String> cells = new ArrayList<>();
        Set<Integer> formulas = new HashSet<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? "" : text(cell));
            if (cell != null && cell.getType() == CellType.FORMULA) {
                formulas.add(column);
            }
        }
        return new GridRow(sheet, row.getRowNum(), cells, formulas);
    }

    /** A length is a number to the workbook: {@code 32}, not {@code 32.0}. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        return cell.getText() == null ? "" : cell.getText();
    }
}
