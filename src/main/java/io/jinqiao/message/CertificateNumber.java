package io.jinqiao.message;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a title certificate (不动产权证号, BDCQZH) or of a registration proof (不动产登记证明号, BDCDJZMH), such as
 * {@code 鲁(2023)示例市不动产证明第0001234号}: province, year, place, kind, serial. People type full-width brackets and blanks; kept are half-width
 * ones and no blanks, so that one number has one text. Leading zeros of the serial count. It has no check digit.
 */
public record CertificateNumber(String value) {
    /** What people type may have a few blanks more than a number has characters. */
    private static final int LONGEST = 80;

    private static final Pattern FORM =
            Pattern.compile("(\\p{IsHan}{1,3})\\(([0-9]{4})\\)([^()]{1,40}?)(不动产权|不动产证明)第([0-9]{1,20})号");

    /** Which of the two papers a number is of. */
    public enum Kind {
        /** 不动产权证书 */
        TITLE("不动产权"),
        /** 不动产登记证明, of a mortgage or a pre-notice */
        PROOF("不动产证明");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public CertificateNumber {
        value = normal(value);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "省(年)地名不动产权第…号 / 不动产证明第…号");
        }
    }

    /** A number of a title certificate. @throws IllegalValue when it is none */
    public static CertificateNumber title(String text) {
        return of(Kind.TITLE, text);
    }

    /** A number of a registration proof. @throws IllegalValue when it is none */
    public static CertificateNumber proof(String text) {
        return of(Kind.PROOF, text);
    }

    private static CertificateNumber of(Kind kind, String text) {
        CertificateNumber number = new CertificateNumber(text);
        if (number.kind() != kind) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "…" + kind.word + "第…号");
        }
        return number;
    }

    /** Short name of the province (省简称), such as {@code 鲁}. */
    public String province() {
        return part(1);
    }

    public int year() {
        return Integer.parseInt(part(2));
    }

    /** City or county whose registry wrote it, in full. */
    public String place() {
        return part(3);
    }

    public Kind kind() {
        return part(4).equals(Kind.TITLE.word) ? Kind.TITLE : Kind.PROOF;
    }

    /** Digits as written, usually seven; some registries put two of the district before them. */
    public String serial() {
        return part(5);
    }

    private String part(int group) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new IllegalStateException("checked when it was made");
        }
        return parts.group(group);
    }

    private static String normal(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalValue(FailureCode.FIELD_TOO_LONG, "" + LONGEST);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
