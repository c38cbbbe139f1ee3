package io.jinqiao.credit.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who took back the consent to be reported (撤回), and when. */
public final class Withdrawals {
    private final Map<Person, List<LocalDate>> days;

    /** @param person by part in the loan */
    public record One(String bank, String applicationNo, String person, LocalDate day) {}

    private record Person(String bank, String applicationNo, String person) {}

    public Withdrawals(List<One> all) {
        this.days = all.stream()
                .collect(Collectors.groupingBy(one -> new Person(one.bank(), one.applicationNo(), one.person()), Collectors.mapping(One::day, Collectors.toList())));
    }

    /** Whether what a person signed on a day was taken back since. */
    public boolean undone(String bank, String applicationNo, String person, LocalDate signed) {
        return days.getOrDefault(new Person(bank, applicationNo, person), List.of()).stream().anyMatch(day -> !day.isBefore(signed));
    }
}
