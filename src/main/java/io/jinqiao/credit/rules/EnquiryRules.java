package io.jinqiao.credit.rules;

import io.jinqiao.credit.enquiry.EnquiryTerms;
import io.jinqiao.credit.enquiry.Purpose;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** {@code rules/credit/enquiry.yaml}. */
@Component
public final class EnquiryRules {
    private final File file;
    private final EnquiryTerms terms;

    record Hours(String from, String until) {}

    /** From how many enquiries of a day on, and how many times the mean before, a user's day is unusual. */
    public record Unusual(int from, double times) {}

    record File(
            int format, String source, List<String> purposes, boolean secondPerson, int reuseDays, int perUserDay, Unusual unusual, Hours hours, String applicationPurpose, int largestReport) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    public EnquiryRules(Sources sources) {
        file = RuleFile.checked(sources, sources.get("rules/credit/enquiry.yaml"), "credit-enquiry").as(File.class);
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        file.purposes().forEach(word -> purposes.add(Words.parse(word, Purpose.class)));
        terms = new EnquiryTerms(
                purposes, file.secondPerson(), file.reuseDays(), file.perUserDay(), LocalTime.parse(file.hours().from()), LocalTime.parse(file.hours().until()));
    }

    public EnquiryTerms terms() {
        return terms;
    }

    public Unusual unusual() {
        return file.unusual();
    }

    /** Purpose by which applications name a consent to be asked about. */
    public String applicationPurpose() {
        return file.applicationPurpose();
    }

    /** Bytes a report may have unpacked. */
    public int largestReport() {
        return file.largestReport();
    }
}
