package io.jinqiao.message;

/**
 * Unified social credit code (统一社会信用代码), GB 32100: 18 characters of an alphabet without I, O, S, V, Z; the last is a check
 * character, MOD 31 with weights 3^i.
 */
public record CreditCode(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final Form FORM = new Form(ALPHABET);

    public CreditCode {
        if (!FORM.fits(value, 18, 18)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "18 位：0-9、A-Y，不含 I O S V Z / 18 of 0-9 A-Y without I O S V Z");
        }
        if (value.charAt(17) != checkCharacter(value)) {
            throw new IllegalValue(FailureCode.CHECK_DIGIT_WRONG, "统一社会信用代码 / credit code");
        }
    }

    /** The check character that belongs to the first 17 characters. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    @Override
    public String toString() {
        return value;
    }
}
