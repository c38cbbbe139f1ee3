package io.jinqiao.credit.record;

import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.IllegalValue;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of personal certificates (证件号码) by their kind, as the Center checks them. Kinds it publishes no form for are free. */
final class Certificates {
    private static final String RESIDENT = "10";
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 2099;
    private static final Map<String, Pattern> FORMS = Map.of(
            "2", Pattern.compile("[A-Z]{3}[0-9A-Z]{1,9}"),
            "5", Pattern.compile("[HM]([0-9]{8}|[0-9]{10})"),
            "6", Pattern.compile("[0-9]{8}|[0-9A-Z()]{10,14}"));

    private Certificates() {}

    static boolean fits(@Nullable String kind, String number) {
        if (RESIDENT.equals(kind)) {
            return isResident(number);
        }
        Pattern form = kind == null ? null : FORMS.get(kind);
        return form == null || form.matcher(number).matches();
    }

    private static boolean isResident(String number) {
        try {
            int year = new IdentityNumber(number).birthDate().getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (IllegalValue e) {
            return false;
        }
    }
}
