package io.jinqiao.workbench.demo;

import io.jinqiao.message.CreditCode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.UnitNumber;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * People, firms and homes that belong to nobody: right check digits, but an area code (99 01 01) that no region of the country has. The
 * same number gives the same person.
 */
final class Invented {
    private static final String AREA = "990101";
    private static final String[] SURNAMES = {"沐", "云", "禾", "牧", "青", "苏", "简", "白", "容", "言", "闻", "祁"};
    private static final String[] GIVEN = {"一川", "知遥", "予安", "堃", "喆", "望舒", "䶮", "清和", "若水", "思齐", "明远", "𬱖"};

    private Invented() {}

    static String name(int n) {
        return SURNAMES[n % SURNAMES.length] + GIVEN[(n * 7 + n / SURNAMES.length) % GIVEN.length];
    }

    /** Born between 1970 and 1994. */
    static Identity person(int n) {
        LocalDate born = LocalDate.of(1970, 1, 1).plusDays((n * 733L) % 9000);
        String first17 = AREA + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", (n * 37 + 11) % 1000);
        return new Identity(Identity.Type.RESIDENT_ID, first17 + IdentityNumber.checkCharacter(first17));
    }

    static CreditCode firm(int n) {
        String first17 = "91" + AREA + "MA" + String.format("%07d", 1_000_003L * (n + 1) % 10_000_000);
        return new CreditCode(first17 + CreditCode.checkCharacter(first17));
    }

    static UnitNumber unit(int n) {
        return new UnitNumber(String.format("%s001001GB%05dF%04d%04d", AREA, n / 10_000 % 100_000, n % 10_000, 1 + n % 97));
    }

    static String mobile(int n) {
        return String.format("199%08d", n);
    }

    static Digest document(String what, int n) {
        return Digest.of((what + " " + n).getBytes(StandardCharsets.UTF_8));
    }
}
