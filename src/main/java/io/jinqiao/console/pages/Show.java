package io.jinqiao.console.pages;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.console.facts.Exchange;
import io.jinqiao.console.facts.Shown;
import io.jinqiao.console.facts.TrafficFacts;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Words;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How values look on a page; templates call it {@code @show}. */
@Component("show")
class Show {
    private static final Map<String, List<LoanWord>> COLOURS = Map.of(
            "good", List.of(LoanWord.APPROVED, LoanWord.CONTRACT_SIGNED, LoanWord.READY_TO_PAY, LoanWord.PAYMENT_APPROVED,
                    LoanWord.PAID, LoanWord.REPAYING, LoanWord.SETTLED, LoanWord.RELEASED, LoanWord.SECURITY_PENDING),
            "bad", List.of(LoanWord.REJECTED, LoanWord.EXPIRED, LoanWord.PAYMENT_FAILED, LoanWord.OVERDUE, LoanWord.WRITTEN_OFF,
                    LoanWord.REVOKED),
            "warn", List.of(LoanWord.RETURNED, LoanWord.WAITING_FOR_FUNDS, LoanWord.ATTACHMENTS_MISSING, LoanWord.PAYMENT_RETURNED,
                    LoanWord.PAYMENT_REVERSED),
            "busy", List.of(LoanWord.IN_INITIAL_REVIEW, LoanWord.IN_SECOND_REVIEW, LoanWord.IN_DECISION, LoanWord.PAYMENT_SENT),
            "odd", List.of(LoanWord.PAYMENT_UNKNOWN));

    private final Clock clock;
    private final Clock trade;
    private final Catalogue partners;

    Show(Clock clock, @Qualifier("businessClock") Clock trade, Catalogue partners) {
        this.clock = clock;
        this.trade = trade;
        this.partners = partners;
    }

    /** What people call a partner; its id when it has no folder any more. */
    public String partner(String id) {
        return partners.cards().stream()
                .filter(card -> card.id().value().equals(id))
                .map(card -> chinese() ? card.chineseTitle() : card.title())
                .findFirst()
                .orElse(id);
    }

    /** Ids of the banks that have a folder. */
    public List<String> banks() {
        return partners.cards().stream().filter(card -> card.role().equals("bank")).map(card -> card.id().value()).sorted().toList();
    }

    /** Of a text in two languages the one of the reader. */
    public String either(String zh, String en) {
        return chinese() ? zh : en;
    }

    private static boolean chinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }

    /** Yuan with two decimals and groups of three. */
    public String yuan(long fen) {
        return fen < 0 ? "-" + yuan(-fen) : new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(new Money(fen).inYuan());
    }

    /** The same of an amount that came as text. */
    public String yuanOf(String fen) {
        return yuan(Long.parseLong(fen));
    }

    /** Ten thousand yuan, at most two decimals: the unit people at the centre speak in. */
    public String wan(long fen) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new Money(fen).inYuan().movePointLeft(4));
    }

    public String millis(long micros) {
        return micros < 10_000 ? String.format(Locale.ROOT, "%.1f ms", micros / 1000.0) : (micros + 500) / 1000 + " ms";
    }

    public String size(long bytes) {
        return bytes < 1024 ? bytes + " B" : bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    public String word(String word) {
        return LoanWord.of(word).text(LocaleContextHolder.getLocale());
    }

    /** The word of a constant, as it stands in keys of texts. */
    public String of(Enum<?> constant) {
        return Words.of(constant);
    }

    public String colour(String word) {
        LoanWord asked = LoanWord.of(word);
        return COLOURS.entrySet().stream()
                .filter(colour -> colour.getValue().contains(asked))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The catalogue's text without its arguments; the code itself when it is none of ours. */
    public String failure(String code) {
        Optional<FailureCode> known = Arrays.stream(FailureCode.values()).filter(c -> c.code().equals(code)).findFirst();
        return known.map(c -> c.pattern(LocaleContextHolder.getLocale())
                        .replaceAll("[（(][^（()）]*\\{\\d}[^（()）]*[)）]|[：:]\\s*\\{\\d}[^；;]*", "")
                        .replaceAll("\\{\\d}", "…")
                        .replace("''", "'"))
                .orElse(code);
    }

    public String resultColour(Exchange exchange) {
        return switch (exchange.result()) {
            case "accepted" -> "good";
            case "refused" -> "bad";
            case "unknown" -> "odd";
            default -> "";
        };
    }

    /** Height of a bar in thousandths of the tallest. */
    public long share(long value, long most) {
        return most == 0 ? 0 : value * 1000 / most;
    }

    /** The largest day of a chart, at least 1. */
    public long most(List<TrafficFacts.Day> days) {
        return days.stream().mapToLong(day -> day.good() + day.refused()).max().orElse(1);
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(Shown.at(at));
    }

    /** How long ago, in the largest unit that fits. */
    public String since(ZonedDateTime at) {
        return age(Duration.between(at.toInstant(), clock.instant()));
    }

    /** The same of a moment of the trade, whose time is not the machine's in a demonstration. */
    public String sinceInTrade(ZonedDateTime at) {
        return age(Duration.between(at.toInstant(), trade.instant()));
    }

    private String age(Duration age) {
        boolean zh = chinese();
        if (age.toDays() > 0) {
            return age.toDays() + (zh ? " 天" : " d");
        }
        return age.toHours() > 0 ? age.toHours() + (zh ? " 小时" : " h") : Math.max(0, age.toMinutes()) + (zh ? " 分钟" : " min");
    }
}
