package io.jinqiao.message;

/**
 * Identifier of an electronic certificate (电子证照标识, ZZBS), GB/T 36904: root, type, issuer, serial, version and check character, joined by
 * dots. The check character is ISO 7064 MOD 37,36 over type, issuer, serial and version without the dots. The issuer is a credit code by the
 * standard; registries in the field write their area code too.
 */
public record LicenceIdentifier(String value) {
    private static final String ROOT = "1.2.156.3005.2.";

    /** Ministry's credit code and 001: title certificate (不动产权证书). */
    public static final String TITLE = "11100000MB03271699001";

    /** Ministry's credit code and 022: registration proof (不动产登记证明). */
    public static final String PROOF = "11100000MB03271699022";

    private static final int LONGEST = 120;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Form LETTERS = new Form(ALPHABET);
    private static final int TYPE = 0;
    private static final int ISSUER = 1;
    private static final int SERIAL = 2;
    private static final int VERSION = 3;
    private static final int CHECK = 4;
    private static final int PARTS = 5;

    public LicenceIdentifier {
        String[] parts = value.startsWith(ROOT) && value.length() <= LONGEST ? parts(value) : new String[0];
        if (parts.length != PARTS || !fits(parts)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, ROOT + "type.issuer.serial.version.check");
        }
        String covered = parts[TYPE] + parts[ISSUER] + parts[SERIAL] + parts[VERSION];
        if (parts[CHECK].charAt(0) != checkCharacter(covered)) {
            throw new IllegalValue(FailureCode.CHECK_DIGIT_WRONG, "电子证照标识 / e-certificate identifier");
        }
    }

    private static boolean fits(String[] parts) {
        return LETTERS.fits(parts[TYPE], 21, 21)
                && LETTERS.fits(parts[ISSUER], 6, 18)
                && LETTERS.fits(parts[SERIAL], 1, 40)
                && LETTERS.fits(parts[VERSION], 3, 3)
                && LETTERS.fits(parts[CHECK], 1, 1);
    }

    /** ISO 7064 MOD 37,36: the character that belongs behind these digits and capital letters. */
    public static char checkCharacter(String covered) {
        int state = 36;
        for (int i = 0; i < covered.length(); i++) {
            int sum = (state + ALPHABET.indexOf(covered.charAt(i))) % 36;
            state = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - state) % 36);
    }

    public String type() {
        return parts(value)[TYPE];
    }

    public String issuer() {
        return parts(value)[ISSUER];
    }

    private static String[] parts(String value) {
        return value.substring(ROOT.length()).split("\\.", -1);
    }

    @Override
    public String toString() {
        return value;
    }
}
