package io.jinqiao.mortgage.desk;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.mortgage.model.Standing;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.CaseStore.News;
import io.jinqiao.mortgage.store.CaseStore.Way;
import io.jinqiao.mortgage.store.CaseStore.Word;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.mortgage.store.StoredCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Hears a whole page of a reconciliation: the statements are as many for five hundred cases as for one. Most of a page was told before, by call-back; that is
 * seen by digest, without opening anything.
 */
@Component
class PageDesk {
    private final CaseStore cases;
    private final RequestStore requests;
    private final Clock clock;

    PageDesk(CaseStore cases, RequestStore requests, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param requestNos of the changed cases that a request was filed as */
    record Heard(List<Change> changes, Map<String, String> requestNos) {}

    /**
     * A case that is another one after the page.
     *
     * @param ofLoan all cases of its loan, after the page
     * @param held whether a first registration is held for that loan
     */
    record Change(StoredCase before, Standing after, List<StoredCase> ofLoan, boolean held) {}

    private record Loan(PartnerId bank, String applicationNo) {
        static Loan of(StoredCase one) {
            return new Loan(one.bank(), one.applicationNo());
        }
    }

    Heard hear(PartnerId registry, List<Word> page, MessageId message) {
        Map<Integer, Boolean> before = cases.toldBefore(registry, page);
        List<Word> news = new ArrayList<>();
        Set<String> again = new LinkedHashSet<>();
        for (int i = 0; i < page.size(); i++) {
            if (before.containsKey(i)) {
                boolean known = before.get(i);
                again.addAll(known ? List.of(page.get(i).caseNo()) : List.of());
                news.addAll(known ? List.of() : List.of(page.get(i)));
            }
        }
        if (!again.isEmpty()) {
            cases.heardAgain(again, clock.instant());
        }
        return news.isEmpty() ? new Heard(List.of(), Map.of()) : news(registry, news, message);
    }

    private Heard news(PartnerId registry, List<Word> words, MessageId message) {
        Map<String, StoredCase> was = new LinkedHashMap<>();
        cases.ofLoansOf(registry, words.stream().map(Word::caseNo).collect(Collectors.toSet())).forEach(one -> was.put(one.application().caseNo(), one));
        Map<String, StoredCase> is = new LinkedHashMap<>(was);
        List<News> news = new ArrayList<>();
        for (Word word : words) {
            is.computeIfPresent(word.caseNo(), (caseNo, one) -> {
                Standing after = one.standing().after(one.filed(), word.told());
                news.add(new News(one, word.told(), after));
                return one.with(after);
            });
        }
        if (!news.isEmpty()) {
            cases.hear(news, Way.RECONCILIATION, message, clock.instant());
        }
        List<StoredCase> changed = was.values().stream().filter(one -> !one.standing().equals(after(is, one))).toList();
        return new Heard(changes(changed, is), requests.requestNos(changed.stream().map(one -> one.application().caseNo()).toList()));
    }

    private List<Change> changes(List<StoredCase> changed, Map<String, StoredCase> is) {
        Map<Loan, List<StoredCase>> loans = is.values().stream().collect(Collectors.groupingBy(Loan::of));
        Map<PartnerId, Set<String>> held = new HashMap<>();
        changed.stream()
                .collect(Collectors.groupingBy(StoredCase::bank, Collectors.mapping(StoredCase::applicationNo, Collectors.toSet())))
                .forEach((bank, numbers) -> held.put(bank, requests.firstHeld(bank, numbers)));
        return changed.stream()
                .map(one -> new Change(one, after(is, one), loans.getOrDefault(Loan.of(one), List.of()), held.getOrDefault(one.bank(), Set.of()).contains(one.applicationNo())))
                .toList();
    }

    private static Standing after(Map<String, StoredCase> is, StoredCase one) {
        return is.getOrDefault(one.application().caseNo(), one).standing();
    }
}
