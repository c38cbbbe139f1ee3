package io.jinqiao.mortgage.model;

import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.opinion.SealedLicence;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verified certificate beside the case it came for. Its metadata (GB/T 36903) are asked; what they do not say, the page is. Unit (BDCDYH) and obligor (YWR,
 * with the identity number YWRZJH) are no metadata of the standard: registries print them, and some write them beside it. A person is one by name and, where the
 * certificate tells it, by number.
 */
public record Licence(SealedLicence sealed, RegistrationCertificate notice, RegistrationApplication application) {
    private static final Pattern UNIT = Pattern.compile("[0-9]{12}[GJZ][A-Z][0-9]{5}[FLQW][0-9]{8}");
    private static final String LABELS = "义务人|权利人";
    private static final String CURRENT = "1";

    /** The units it is of, as it says itself; none when its seal does not hold. */
    public Set<UnitNumber> units() {
        if (!seal().isEmpty()) {
            return Set.of();
        }
        Set<UnitNumber> units = new LinkedHashSet<>();
        UNIT.matcher(said("BDCDYH")).results().map(MatchResult::group).map(UnitNumber::new).forEach(units::add);
        return units;
    }

    /** Why it proves nothing of this case. What a broken seal covers is not read. */
    public Set<Doubt> doubts() {
        Set<Doubt> doubts = seal();
        if (!doubts.isEmpty()) {
            return doubts;
        }
        if (!numbered()) {
            doubts.add(Doubt.CERTIFICATE_OF_ANOTHER_NUMBER);
        }
        List<UnitNumber> applied = application.units().stream().map(RegistrationApplication.Unit::unitNumber).toList();
        if (units().isEmpty() || !applied.containsAll(units())) {
            doubts.add(Doubt.CERTIFICATE_OF_ANOTHER_UNIT);
        }
        if (!ofTheMortgage() && !ofThePurchase()) {
            doubts.add(Doubt.CERTIFICATE_OF_ANOTHER_HOLDER);
        }
        if (!sealed.metadata().getOrDefault("ZZZT", CURRENT).equals(CURRENT)) {
            doubts.add(Doubt.CERTIFICATE_NOT_CURRENT);
        }
        return doubts;
    }

    private Set<Doubt> seal() {
        return switch (sealed.verdict().result()) {
            case AUTHENTIC -> EnumSet.noneOf(Doubt.class);
            case INCOMPLETE -> EnumSet.of(Doubt.CERTIFICATE_NOT_FULLY_CHECKED);
            case REFUSED, NOT_IN_FORCE -> EnumSet.of(Doubt.CERTIFICATE_SEAL_BROKEN);
        };
    }

    private boolean numbered() {
        return contains("ZZBH", notice.proofNo().value())
                && contains("ZZBS", notice.licence().value())
                && said("ZZLXDM", LicenceIdentifier.PROOF).equals(LicenceIdentifier.PROOF);
    }

    private boolean ofTheMortgage() {
        String code = application.mortgagee().code().value();
        return said("CZZTDM", code).equals(code) && contains("CZZT", application.mortgagee().name()) && namesOne("YWR", "YWRZJH", Party.Role.MORTGAGOR);
    }

    /** One of the two proofs of a double pre-notice is the buyer's own. */
    private boolean ofThePurchase() {
        return application.kind() == Kind.DOUBLE_PRE_NOTICE && namesOne("CZZT", "CZZTDM", Party.Role.MORTGAGOR) && namesOne("YWR", "YWRZJH", Party.Role.DEVELOPER);
    }

    private boolean namesOne(String name, String number, Party.Role role) {
        return application.parties().stream()
                .filter(party -> party.role() == role)
                .filter(party -> sealed.metadata().containsKey(name) ? contains(name, party.name()) : onThePage(party.name()))
                .anyMatch(party -> !sealed.metadata().containsKey(number) || contains(number, party.identity().number()));
    }

    /** A name by itself: not as a part of a longer one. */
    private boolean onThePage(String name) {
        String letters = name.codePoints().mapToObj(c -> Pattern.quote(Character.toString(c))).collect(Collectors.joining("\\s*"));
        return Pattern.compile("(?:^|[^\\p{L}·]|" + LABELS + ")" + letters + "(?![\\p{L}·])").matcher(Normalizer.normalize(sealed.text(), Normalizer.Form.NFKC)).find();
    }

    /** Among the values of its metadata; on the page anywhere. */
    private boolean contains(String name, String value) {
        String wanted = Joined.normal(value);
        String written = sealed.metadata().get(name);
        return written == null
                ? Joined.normal(sealed.text()).contains(wanted)
                : Stream.concat(Stream.of(written), Joined.parts(written)).map(Joined::normal).anyMatch(wanted::equalsIgnoreCase);
    }

    private String said(String name) {
        return said(name, sealed.text());
    }

    private String said(String name, String otherwise) {
        return sealed.metadata().getOrDefault(name, otherwise);
    }

    /** What a licence says is personal data. */
    @Override
    public String toString() {
        return "licence for " + notice.caseNo();
    }
}
