package io.jinqiao.workbench.simulate.bank.files;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One GB18030 XML document, a line for each row; the marker holds the SHA-256 of the file. */
final class CcbFiles implements Layout {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern PROBLEM = Pattern.compile("<CENTRE_CODE>([^<]*)</CENTRE_CODE>");

    @Override
    public Written write(Day day) {
        List<Instalment> rows = day.rows();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<FILE>\n<FILE_HEAD>");
        put(text, "FILE_NO", day.fileNo());
        put(text, "ACCOUNTING_DATE", COMPACT.format(day.accounting()));
        put(text, "TOTAL_NUM", "" + rows.size());
        put(text, "TOTAL_PAID", Instalment.yuan(Instalment.paid(rows)));
        put(text, "TOTAL_UNPAID", Instalment.yuan(Instalment.unpaid(rows)));
        text.append("</FILE_HEAD>\n<DETAILS>\n");
        rows.forEach(row -> detail(text, row));
        text.append("</DETAILS>\n</FILE>\n");
        byte[] bytes = text.toString().getBytes(GB18030);
        return new Written("REPAY_" + COMPACT.format(day.accounting()) + "_" + day.fileNo() + ".xml", bytes, Hashes.of("SHA-256", bytes, bytes.length));
    }

    private static void detail(StringBuilder text, Instalment row) {
        List<String> values = row.texts(Instalment::yuan, COMPACT);
        text.append("<DETAIL>");
        for (int i = 0; i < values.size(); i++) {
            put(text, Instalment.COLUMNS.get(i).toUpperCase(Locale.ROOT).replace(' ', '_'), values.get(i));
        }
        text.append("</DETAIL>\n");
    }

    /** What has no value is not there. */
    private static void put(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append('<').append(name).append('>').append(value).append("</").append(name).append('>');
        }
    }

    @Override
    public String marker(String name) {
        return name + ".flg";
    }

    @Override
    public boolean result(String name) {
        return name.matches("REPAY_.*\\.result\\.xml");
    }

    @Override
    public Verdict read(String name, byte[] bytes, @Nullable String marker) {
        String text = new String(bytes, GB18030);
        List<String> problems = new ArrayList<>();
        PROBLEM.matcher(text).results().forEach(found -> problems.add(found.group(1)));
        // a signature may stand behind the hash
        boolean intact = marker != null && Hashes.of("SHA-256", bytes, bytes.length).equals(marker.split(" ")[0]);
        return new Verdict(
                name, value(text, "FILE_NAME"), value(text, "OUTCOME"), Long.parseLong(value(text, "TOTAL_NUM")), Long.parseLong(value(text, "TAKEN_NUM")),
                Long.parseLong(value(text, "REFUSED_NUM")), problems, intact);
    }

    private static String value(String text, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
