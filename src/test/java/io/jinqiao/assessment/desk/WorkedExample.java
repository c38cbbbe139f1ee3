package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.EnterFact;

/** The bank of the sheet's worked check, as everything that happened at it in the third quarter. */
final class WorkedExample {
    private static final String LOAN = "'partner': 'bank-a', 'from_on': '2026-01-10', 'until': 'infinity', 'next_due': '2027-01-10', 'message_id': 'M-file'";
    private static final String TIMES = "'partner': 'bank-a', 'operation': 'approval-opinion', 'message_id': 'O#'";

    private WorkedExample() {}

    static void happens(Assessors here) {
        loans(here);
        here.others();
        collection(here);
        applications(here);
        data(here);
        here.entered(EnterFact.Kind.AUDIT, 2_000L, 1L, 1L, 1L);
        here.entered(EnterFact.Kind.RED_LINE, 0L);
        here.entered(EnterFact.Kind.SURVEY, 50L, 4_800L);
        here.entered(EnterFact.Kind.COMPLAINT, 1L);
    }

    /** The same of a bank of which so little is known that one objection upheld leaves it without a grade. */
    static void hardlyHappens(Assessors here) {
        happens(here);
        for (String table : new String[] {"loan_fact_loan", "loan_fact_disbursement", "mortgage_fact_supplement"}) {
            here.jdbc.sql("DELETE FROM " + table).update();
        }
        here.jdbc.sql("UPDATE repayment_fact_stretch SET overdue = 4, oldest_due = '2026-01-20' WHERE partner = 'bank-a' AND account_no IN ('L1', 'L2', 'L3')").update();
        here.jdbc.sql("UPDATE repayment_fact_case SET closed_on = NULL, by_borrower = NULL").update();
    }

    /** With a loan three instalments late that takes all points of O1: 68.88, D; without it B. */
    static void happensWithALargeLateLoan(Assessors here) {
        happens(here);
        here.jdbc.sql("UPDATE repayment_fact_stretch SET balance_fen = 25000000 WHERE account_no = 'V1'").update();
    }

    /** 500,000,000.00 yuan on average, of which 0.80 % one or two and 0.10 per mille three or more instalments late. */
    private static void loans(Assessors here) {
        here.facts("repayment_fact_stretch", 1_982, "{'account_no': 'G#', 'balance_fen': 25000000, 'overdue': 0, " + LOAN + "}");
        here.fact("repayment_fact_stretch", "{'account_no': 'G0', 'balance_fen': 45000000, 'overdue': 0, " + LOAN + "}");
        here.facts("repayment_fact_stretch", 16, "{'account_no': 'L#', 'balance_fen': 25000000, 'overdue': 1, 'oldest_due': '2026-06-20', " + LOAN + "}");
        here.fact("repayment_fact_stretch", "{'account_no': 'V1', 'balance_fen': 5000000, 'overdue': 4, 'oldest_due': '2026-02-20', " + LOAN + "}");
        here.fact("repayment_fact_receipt", "{'partner': 'bank-a', 'account_no': 'G1', 'accounting_date': '2026-07-10', 'interest_fen': 125000000, 'penalty_fen': 700, 'message_id': 'M-july'}");
    }

    private static void collection(Assessors here) {
        String late = "'partner': 'bank-a', 'overdue_since': '2026-07-20', 'opened_on': '2026-07-21', 'opened_at': '2026-07-21T02:00:00Z'";
        here.facts("repayment_fact_case", 86, "{'case_no': 'CU#', 'account_no': 'C#', 'state': 'cured', 'closed_on': '2026-08-10', 'by_borrower': true, 'paid_by': ['bank-account'], " + late + "}");
        here.facts("repayment_fact_case", 14, "{'case_no': 'CX#', 'account_no': 'X#', 'state': 'collecting', " + late + "}");
        here.facts("repayment_fact_order", 97, "{'partner': 'bank-a', 'order_no': 'CS#', 'case_no': 'CX1', 'account_no': 'X1', 'step': 'phone', 'state': 'done', 'due_on': '2026-08-01',"
                + " 'record_no': 'R#', 'done_in_time': true, 'filed_late': false, 'message_id': 'OUT#', 'record_message_id': 'IN#'}");
        here.facts("repayment_fact_order", 3, "{'partner': 'bank-a', 'order_no': 'CT#', 'case_no': 'CX2', 'account_no': 'X2', 'step': 'phone', 'state': 'missed', 'due_on': '2026-08-01', 'message_id': 'OUTX#'}");
    }

    private static void applications(Assessors here) {
        String loan = "{'acceptance_no': 'A#', 'application_no': 'DK#', 'partner': 'bank-a', 'message_id': 'APP#', ";
        here.facts("loan_fact_loan", 9_900, loan + "'accepted_on': '2026-06-01', 'accepted_at': '2026-06-02T02:00:00Z'}");
        here.facts("loan_fact_loan", 98, loan.replace("#", "I#") + "'accepted_on': '2026-07-06', 'accepted_at': '2026-07-07T02:00:00Z'}");
        here.facts("loan_fact_loan", 2, loan.replace("#", "T#") + "'accepted_on': '2026-07-06', 'accepted_at': '2026-07-14T02:00:00Z'}");
        String judged = "'partner': 'bank-a', 'at': '2026-08-03T02:00:00Z', 'id': 1}";
        here.facts("loan_fact_event", 9_400, "{'acceptance_no': 'A#', 'subject': 'DK#', 'type': 'approved', " + judged);
        here.jdbc.sql("INSERT INTO loan_fact_event (acceptance_no, subject, partner, type, at, id) SELECT 'A' || n, 'DK' || n, 'bank-a', 'returned', '2026-08-03T02:00:00Z', 1"
                + " FROM generate_series(9401, 9900) n").update();
        here.facts("loan_fact_event", 98, "{'acceptance_no': 'AI#', 'subject': 'DKI#', 'type': 'approved', " + judged);
        here.facts("loan_fact_event", 2, "{'acceptance_no': 'AT#', 'subject': 'DKT#', 'type': 'rejected', " + judged);
        String paid = "'partner': 'bank-a', 'outcome': 'paid', 'requested_on': '2026-08-03', 'instructed_at': '2026-08-03T02:00:00Z', ";
        here.facts("loan_fact_disbursement", 99, "{'instruction_no': 'FK#', 'message_id': 'PAY#', " + paid + "'disbursed_on': '2026-08-10'}");
        here.fact("loan_fact_disbursement", "{'instruction_no': 'FKL', 'message_id': 'PAYL', " + paid + "'disbursed_on': '2026-08-11'}");
        here.facts("mortgage_fact_case", 100, "{'case_no': 'DJ#', 'bank': 'bank-a', 'application_no': 'DK#', 'state': 'registered'}");
        here.facts("mortgage_fact_supplement", 96, "{'case_no': 'DJ#', 'asked_for_at': '2026-08-03T01:00:00Z', 'message_id': 'SU#', 'handed_in_at': '2026-08-10T02:00:00Z'}");
        here.jdbc.sql("INSERT INTO mortgage_fact_supplement (case_no, asked_for_at, message_id, handed_in_at) SELECT 'DJ' || n, '2026-08-03T01:00:00Z', 'SU' || n, '2026-08-12T02:00:00Z'"
                + " FROM generate_series(97, 100) n").update();
    }

    private static void data(Assessors here) {
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-08-03', 'state': 'explained', 'items': 10000, 'message_ids': ['REC1']}");
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-07-10', 'state': 'matched', 'items': 1, 'message_ids': ['REC0']}");
        here.facts("repayment_fact_difference", 3, "{'partner': 'bank-a', 'day': '2026-08-03', 'difference_no': 'D#', 'owner': 'bank'}");
        here.fact("repayment_fact_difference", "{'partner': 'bank-a', 'day': '2026-08-03', 'difference_no': 'DC', 'owner': 'centre'}");
        here.facts("evidence_fact_record", 1_000, "{'kind': 'about-to-send', 'at': '2026-08-03T02:00:00Z', " + TIMES + "}");
        here.facts("evidence_fact_record", 1_000, "{'kind': 'reply-received', 'at': '2026-08-03T02:00:05Z', " + TIMES + "}");
        here.facts("evidence_fact_record", 4, "{'kind': 'nothing-came', 'at': '2026-08-03T02:00:04Z', " + TIMES + "}");
        here.jdbc.sql("INSERT INTO repayment_fact_file (id, partner, accounting_date, message_id, stands, single) SELECT n, 'bank-a', date '2026-06-30' + n, 'F' || n, true, false"
                + " FROM generate_series(1, 60) n").update();
    }
}
