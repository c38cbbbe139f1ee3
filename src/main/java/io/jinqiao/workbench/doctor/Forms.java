package io.jinqiao.workbench.doctor;

import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The other agreements that two sides commonly have in place of the one written down. */
final class Forms {
    private Forms() {}

    /** Other written forms of signatures, by their name. */
    static Map<String, SigningProfile> signatures(SigningProfile agreed) {
        Map<String, SigningProfile> others = new LinkedHashMap<>();
        boolean pair = agreed.algorithm().hasPair();
        put(others, agreed, Form.RAW, Text.BASE64);
        if (pair) {
            put(others, agreed, Form.DER, Text.BASE64);
            put(others, agreed, Form.RAW, Text.HEX_R_HASH_S);
            put(others, agreed, Form.DER, Text.HEX);
        }
        put(others, agreed, Form.RAW, Text.HEX);
        return others;
    }

    private static void put(Map<String, SigningProfile> others, SigningProfile agreed, Form form, Text text) {
        if (form != agreed.form() || text != agreed.text()) {
            others.put(word(form) + " " + word(text), new SigningProfile(agreed.algorithm(), form, text, agreed.ourUserId(), agreed.theirUserId()));
        }
    }

    /** User ids that are often taken for another; none for algorithms without. */
    static Set<String> userIds(SigningProfile agreed, Map<String, List<String>> constants) {
        Set<String> ids = new LinkedHashSet<>();
        if (agreed.algorithm() != Algorithm.SM2_SM3) {
            return ids;
        }
        ids.add(SigningProfile.DEFAULT_USER_ID);
        ids.add(agreed.ourUserId());
        ids.add(agreed.theirUserId());
        List<String> numbers = new ArrayList<>();
        constants.values().forEach(sides -> sides.stream().filter(v -> v.length() >= 8 && v.matches(".*[0-9]{6}.*")).forEach(numbers::add));
        ids.addAll(numbers);
        ids.add("");
        return ids;
    }

    static SigningProfile withOurs(SigningProfile agreed, String userId) {
        return new SigningProfile(agreed.algorithm(), agreed.form(), agreed.text(), userId, agreed.theirUserId());
    }

    static SigningProfile withTheirs(SigningProfile agreed, String userId) {
        return new SigningProfile(agreed.algorithm(), agreed.form(), agreed.text(), agreed.ourUserId(), userId);
    }

    /** Other written forms of a wrapped key, by their name. */
    static Map<String, EnvelopeProfile> envelopes(EnvelopeProfile agreed) {
        Map<String, EnvelopeProfile> others = new LinkedHashMap<>();
        for (Wrapping wrapping : Wrapping.values()) {
            for (Order order : wrapping == Wrapping.DER ? List.of(Order.C1C3C2) : List.of(Order.values())) {
                EnvelopeProfile other = new EnvelopeProfile(agreed.mode(), order, wrapping);
                if (!other.equals(agreed)) {
                    others.put(word(order) + " " + word(wrapping), other);
                }
            }
        }
        return others;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
