package io.jinqiao.credit.enquiry;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.ReportFacts.HousingLoan;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A personal report as facts. The blocks are confirmed (PRH, PDA with PD01A, PD01C, PD01E, PHF, POQ), the names of most items in them follow the same scheme and
 * are not: they must be compared with a report of the Center's test environment. What is not there counts as nothing; what is no number is refused.
 */
public final class ReportReader {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 500_000;
    private static final String CLOSED = "3";
    private static final String BANK_HOUSING = "11";
    private static final String FUND_HOUSING = "13";
    private static final XMLInputFactory FACTORY = factory();

    private final String number;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, String> head = new HashMap<>();
    private boolean participates;
    private int enquiries;
    private int elements;

    /** Items of one account, and the letters of its months. */
    private static final class Account {
        private final Map<String, String> items = new HashMap<>();
        private final StringBuilder months = new StringBuilder();
    }

    private ReportReader(String number) {
        this.number = number;
    }

    /**
     * @param xml unpacked
     * @param number of the person who was asked about
     * @throws Refusal when it is no report, or one of somebody else
     */
    public static ReportFacts read(String xml, String number) {
        ReportReader reader = new ReportReader(number);
        try {
            reader.walk(FACTORY.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            throw unreadable("no XML, or not as it should be");
        }
        return reader.facts();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void walk(XMLStreamReader in) throws XMLStreamException {
        int depth = 0;
        String text = "";
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text = "";
                    opened(in.getLocalName(), depth);
                }
                case XMLStreamConstants.CHARACTERS -> text = in.getText();
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    item(in.getLocalName(), text.strip());
                    text = "";
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw unreadable("a document type or an entity");
                default -> { }
            }
        }
    }

    private void opened(String name, int depth) {
        if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw unreadable("deeper or longer than any report");
        }
        if (depth == 1 && !name.equals("Document")) {
            throw unreadable("no Document");
        }
        switch (name) {
            case "PD01" -> accounts.add(new Account());
            case "PF05A" -> participates = true;
            case "PH01" -> enquiries++;
            default -> { }
        }
    }

    private void item(String name, String text) {
        if (name.startsWith("PA01") && !text.isEmpty()) {
            head.putIfAbsent(name, text);
        } else if (name.equals("PD01ED01") && !accounts.isEmpty()) {
            last().months.append(text.isEmpty() ? '#' : text.charAt(0));
        } else if (name.startsWith("PD01") && !accounts.isEmpty() && !text.isEmpty()) {
            last().items.putIfAbsent(name, text);
        }
    }

    private Account last() {
        return accounts.get(accounts.size() - 1);
    }

    private ReportFacts facts() {
        String reportNo = head.get("PA01AI01");
        if (reportNo == null) {
            throw unreadable("no number of the report");
        }
        if (!number.equalsIgnoreCase(head.get("PA01BI01"))) {
            throw unreadable("of another person");
        }
        List<Account> open = accounts.stream().filter(account -> !closed(account)).toList();
        return new ReportFacts(
                reportNo,
                head.get("PA01AR01"),
                accounts.size(),
                open.size(),
                (int) open.stream().filter(account -> amount(account, "PD01CS02") > 0).count(),
                sum(open, "PD01CJ06"),
                accounts.stream().mapToInt(ReportReader::overdueMonths).sum(),
                accounts.stream().mapToInt(ReportReader::longest).max().orElse(0),
                sum(open, "PD01CJ01"),
                sum(open, "PD01CJ04"),
                accounts.stream().filter(ReportReader::housing).map(ReportReader::housingLoan).toList(),
                participates,
                enquiries);
    }

    private static boolean closed(Account account) {
        return CLOSED.equals(account.items.get("PD01BD01"));
    }

    private static boolean housing(Account account) {
        String kind = account.items.getOrDefault("PD01AD03", "");
        return kind.equals(BANK_HOUSING) || kind.equals(FUND_HOUSING);
    }

    private static HousingLoan housingLoan(Account account) {
        return new HousingLoan(
                FUND_HOUSING.equals(account.items.get("PD01AD03")), account.items.get("PD01AR01"), amount(account, "PD01AJ01"), amount(account, "PD01CJ01"), closed(account));
    }

    private static int overdueMonths(Account account) {
        return (int) account.months.chars().filter(ReportReader::late).count();
    }

    /** The letter of a month is how many instalments are unpaid, up to seven. */
    private static int longest(Account account) {
        return account.months.chars().filter(ReportReader::late).map(c -> c - '0').max().orElse(0);
    }

    private static boolean late(int c) {
        return c >= '1' && c <= '7';
    }

    private static long sum(List<Account> of, String item) {
        return of.stream().mapToLong(account -> amount(account, item)).sum();
    }

    private static long amount(Account account, String item) {
        String text = account.items.getOrDefault(item, "0");
        if (!text.matches("[0-9]{1,15}")) {
            throw unreadable(item + " is no number");
        }
        return Long.parseLong(text);
    }

    private static Refusal unreadable(String why) {
        return new Refusal(Problem.at("ReportMessage", FailureCode.CREDIT_REPORT_UNREADABLE, why));
    }
}
