package io.jinqiao.console.rest;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PartnerCard;
import io.jinqiao.console.BadRequest;
import io.jinqiao.console.facts.MessageFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words in the query of an address, each held against what there is: a slip must not look like an empty answer. */
@Component
class Asked {
    private static final int LONGEST_NUMBER = 100;

    private final Catalogue partners;
    private final MessageFacts messages;

    Asked(Catalogue partners, MessageFacts messages) {
        this.partners = partners;
        this.messages = messages;
    }

    /** A partner whose folder is here, or who once spoke with us. */
    @Nullable String partner(String field, @Nullable String text) {
        if (text == null || partners.cards().stream().anyMatch(card -> card.id().value().equals(text))) {
            return text;
        }
        TreeSet<String> known = new TreeSet<>(messages.partners());
        partners.cards().stream().map(PartnerCard::id).forEach(id -> known.add(id.value()));
        return oneOf(field, text, known);
    }

    static @Nullable String oneOf(String field, @Nullable String text, Collection<String> known) {
        if (text != null && !known.contains(text)) {
            throw new BadRequest(Problem.at(field, FailureCode.CODE_UNKNOWN, String.join(", ", known)));
        }
        return text;
    }

    /** One word of an enumeration. */
    static <E extends Enum<E>> @Nullable E word(String field, @Nullable String text, Class<E> type) {
        oneOf(field, text, Arrays.stream(type.getEnumConstants()).map(Words::of).toList());
        return text == null ? null : Words.parse(text, type);
    }

    /** A number of a message, an application or a trace. */
    static @Nullable String number(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_NUMBER) {
            throw new BadRequest(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + LONGEST_NUMBER));
        }
        return text;
    }

    /** Whether another person confirmed it or turned it down. */
    static boolean confirmed(Fields body) {
        boolean confirmed = body.flag("confirmed");
        body.refuseProblems();
        return confirmed;
    }

    static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest(Problem.at(field, FailureCode.FIELD_WRONG_FORM, "yyyy-MM-dd"));
        }
    }

    static Instant moment(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest(Problem.at(field, FailureCode.FIELD_WRONG_FORM, "yyyy-MM-ddTHH:mm:ssZ"));
        }
    }

    static int between(String field, int number, int min, int max) {
        if (number < min || number > max) {
            throw new BadRequest(Problem.at(field, FailureCode.NUMBER_OUT_OF_RANGE, "" + min, "" + max));
        }
        return number;
    }
}
