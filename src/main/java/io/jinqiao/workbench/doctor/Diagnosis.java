package io.jinqiao.workbench.doctor;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From symptoms to causes, without any look at the world. What is nearest to us is named alone, since it hides what lies behind it; causes
 * that nothing observed tells apart are named together.
 */
final class Diagnosis {
    /** Observations that have one cause each, with the same facts. */
    private static final Map<Sign, Cause> PLAIN = Map.ofEntries(
            entry(Sign.FOLDER_PROBLEM, Cause.FOLDER_BROKEN),
            entry(Sign.PLACEHOLDER_UNSET, Cause.SETTING_MISSING),
            entry(Sign.NO_ADDRESS, Cause.ADDRESS_MALFORMED),
            entry(Sign.NOTHING_CONFIGURED, Cause.ALIAS_MISSING),
            entry(Sign.NO_FILE, Cause.FILE_MISSING),
            entry(Sign.PASSWORD_REFUSED, Cause.KEY_PASSWORD_WRONG),
            entry(Sign.FILE_OF_OTHER_FORM, Cause.FILE_UNREADABLE),
            entry(Sign.PAIR_APART, Cause.KEY_AND_CERTIFICATE_APART),
            entry(Sign.OTHER_ALGORITHM, Cause.KEY_KIND_WRONG),
            entry(Sign.MAY_NOT_SIGN, Cause.ENCRYPTION_CERTIFICATE_SIGNS),
            entry(Sign.MAY_NOT_SEAL, Cause.SIGNING_CERTIFICATE_SEALS),
            entry(Sign.MADE_FOR_DEVELOPMENT, Cause.TEST_KEY_IN_PRODUCTION),
            entry(Sign.CLOCKS_APART, Cause.CLOCK),
            entry(Sign.EXPIRED, Cause.CERTIFICATE_EXPIRED),
            entry(Sign.NOT_YET_VALID, Cause.CERTIFICATE_NOT_YET_VALID),
            entry(Sign.REVOKED, Cause.CERTIFICATE_REVOKED),
            entry(Sign.WEAK, Cause.CERTIFICATE_WEAK),
            entry(Sign.NO_PATH, Cause.CHAIN_BROKEN),
            entry(Sign.LIST_NOT_READ, Cause.CRL_OUT_OF_REACH),
            entry(Sign.LIST_OVERDUE, Cause.CRL_OVERDUE),
            entry(Sign.CLOSED_NOW, Cause.SERVICE_HOURS),
            entry(Sign.NAME_NOT_FOUND, Cause.NAME_UNKNOWN),
            entry(Sign.REFUSES_CONNECTIONS, Cause.CONNECTION_REFUSED),
            entry(Sign.CONNECTS_NEVER, Cause.SOURCE_NOT_ADMITTED),
            entry(Sign.CLOSES_UNASKED, Cause.SOURCE_NOT_ADMITTED),
            entry(Sign.UNROUTABLE, Cause.NO_ROUTE),
            entry(Sign.SPEAKS_NO_TLS, Cause.ENDPOINT_NOT_TLS),
            entry(Sign.SPEAKS_TLS, Cause.CLIENT_CERTIFICATE_NOT_SENT),
            entry(Sign.SAYS_NOTHING, Cause.PORT_SILENT),
            entry(Sign.VERSIONS_APART, Cause.TLS_VERSION),
            entry(Sign.NAMES_ANOTHER_HOST, Cause.TLS_NAME),
            entry(Sign.SHOWS_ANOTHER, Cause.SERVER_CERTIFICATE_OTHER),
            entry(Sign.SHOWN_LEADS_NOWHERE, Cause.SERVER_CA_MISSING),
            entry(Sign.ASKED_NOTHING_SHOWN, Cause.CLIENT_CERTIFICATE_NOT_SENT),
            entry(Sign.SHOWN_AND_REFUSED, Cause.CLIENT_CERTIFICATE_REFUSED),
            entry(Sign.ANSWERS_NOT_FOUND, Cause.PATH_UNKNOWN),
            entry(Sign.ANSWERS_FORBIDDEN, Cause.HTTP_FORBIDDEN),
            entry(Sign.ANSWERS_DOWN, Cause.THEIR_GATEWAY_DOWN),
            entry(Sign.NO_ANSWER, Cause.PARTNER_SILENT),
            entry(Sign.LENGTH_COUNTS_OTHERWISE, Cause.LENGTH_COUNTS),
            entry(Sign.ACCEPTS_COUNTED, Cause.LENGTH_COUNTS),
            entry(Sign.OTHER_CHARSET, Cause.CHARSET),
            entry(Sign.UNREADABLE, Cause.ANSWER_UNREADABLE),
            entry(Sign.UNSIGNED, Cause.ANSWER_UNSIGNED),
            entry(Sign.VERIFIES_WITH_USER_ID, Cause.THEIR_USER_ID),
            entry(Sign.VERIFIES_IN_FORM, Cause.SIGNATURE_FORM),
            entry(Sign.VERIFIES_DIGESTED, Cause.DIGEST_TWICE),
            entry(Sign.VERIFIES_LAID_OUT, Cause.REINDENTED),
            entry(Sign.VERIFIES_IN_ORDER, Cause.FIELD_ORDER),
            entry(Sign.VERIFIES_WITH_OTHER_KEY, Cause.THEIR_KEY_OTHER),
            entry(Sign.VERIFIES_NOHOW, Cause.THEIR_SIGNATURE_UNKNOWN),
            entry(Sign.OPENS_AS, Cause.ENVELOPE_ORDER),
            entry(Sign.OPENS_WITH_OTHER_KEY, Cause.ENVELOPE_KEY),
            entry(Sign.OPENS_NOHOW, Cause.ENVELOPE_KEY),
            entry(Sign.SAYS_UNSEEN_CODE, Cause.CODE_UNSEEN),
            entry(Sign.ACCEPTS_USER_ID, Cause.OUR_USER_ID),
            entry(Sign.ACCEPTS_FORM, Cause.SIGNATURE_FORM),
            entry(Sign.ACCEPTS_DIGESTED, Cause.DIGEST_TWICE),
            entry(Sign.ACCEPTS_LAID_OUT, Cause.REINDENTED),
            entry(Sign.ACCEPTS_ORDER, Cause.FIELD_ORDER),
            entry(Sign.ACCEPTS_OTHER_KEY, Cause.OUR_KEY_OTHER),
            entry(Sign.ACCEPTS_SEALED_AS, Cause.ENVELOPE_ORDER),
            entry(Sign.SFTP_KEY_UNSET, Cause.SFTP_KEY_MISSING),
            entry(Sign.SFTP_KEY_OF_OTHER_FORM, Cause.SFTP_KEY_UNREADABLE),
            entry(Sign.SPEAKS_NO_SSH, Cause.SFTP_NOT_SSH),
            entry(Sign.SFTP_SHOWS_ANOTHER, Cause.SFTP_HOST_KEY_OTHER),
            entry(Sign.SFTP_HOST_UNREGISTERED, Cause.SFTP_HOST_KEY_UNKNOWN),
            entry(Sign.SFTP_HANDSHAKE_FAILED, Cause.SFTP_HANDSHAKE),
            entry(Sign.SFTP_LOGIN_REFUSED, Cause.SFTP_LOGIN_REFUSED),
            entry(Sign.SFTP_FOLDER_MISSING, Cause.SFTP_FOLDER_MISSING),
            entry(Sign.SFTP_RIGHT_MISSING, Cause.SFTP_RIGHTS));

    private final List<Symptom> symptoms;

    private Diagnosis(List<Symptom> symptoms) {
        this.symptoms = symptoms;
    }

    /** @return empty: nothing is wrong; one: that; several: one of them, and nothing observed says which */
    static List<Finding> of(List<Symptom> symptoms) {
        return new Diagnosis(symptoms).findings();
    }

    private List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        symptoms.stream().filter(s -> PLAIN.containsKey(s.sign())).forEach(s -> all.add(new Finding(PLAIN.get(s.sign()), s.facts())));
        swapped().ifPresent(all::add);
        clockByCertificates().ifPresent(all::add);
        Optional<Finding> nearest = all.stream().min(Comparator.comparing(Finding::cause));
        List<Finding> others = together();
        boolean othersAreNearer = !others.isEmpty() && nearest.filter(n -> n.cause().compareTo(others.get(0).cause()) <= 0).isEmpty();
        return othersAreNearer ? others : nearest.map(List::of).orElse(List.of());
    }

    /** A key that may not sign where one signs, and one that may not seal where one seals: each would be right in the place of the other. */
    private Optional<Finding> swapped() {
        Optional<Symptom> signs = first(Sign.MAY_NOT_SIGN);
        Optional<Symptom> seals = first(Sign.MAY_NOT_SEAL);
        return signs.isPresent() && seals.isPresent()
                ? Optional.of(Finding.of(Cause.KEYS_SWAPPED, signs.get().fact(0), seals.get().fact(0)))
                : Optional.empty();
    }

    /** One certificate out of date is a certificate; all of them are a clock. */
    private Optional<Finding> clockByCertificates() {
        boolean several = symptoms.stream().filter(s -> s.sign() == Sign.EXPIRED || s.sign() == Sign.NOT_YET_VALID).count() > 1;
        return several && first(Sign.IN_FORCE).isEmpty() ? Optional.of(Finding.of(Cause.CLOCK, "?")) : Optional.empty();
    }

    /** What only together means something, or means one of several things. */
    private List<Finding> together() {
        Optional<Symptom> failed = first(Sign.HANDSHAKE_FAILED);
        if (failed.isPresent()) {
            return List.of(Finding.of(Cause.ENDPOINT_NOT_TLS, failed.get().fact(0)), Finding.of(Cause.TLS_VERSION, failed.get().fact(1)));
        }
        Optional<Symptom> refused = first(Sign.REFUSES);
        boolean known = symptoms.stream().anyMatch(s -> s.sign().shownByAnswer() || s.sign().helped());
        return refused.isEmpty() || known
                ? List.of()
                : Refusing.causes(refused.get(), first(Sign.CLOCKS_AGREE).isPresent(), tried());
    }

    private Refusing.Tried tried() {
        return first(Sign.ACCEPTS_NOTHING_YET)
                .map(s -> new Refusing.Tried(s.fact(0), false))
                .orElseGet(() -> new Refusing.Tried(first(Sign.ACCEPTS_NOTHING).map(s -> s.fact(0)).orElse(""), true));
    }

    private Optional<Symptom> first(Sign sign) {
        return symptoms.stream().filter(s -> s.sign() == sign).findFirst();
    }
}
