package io.jinqiao.console;

import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.AssessmentFiles;
import io.jinqiao.console.facts.StatementFacts;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FeeStatement;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Scorecard;
import io.jinqiao.opinion.SealedStatements;
import io.jinqiao.opinion.Statement;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statement of the entrusted-loan fee as a sealed PDF and as CSV; each taking with its audit line. */
@Service("feeStatements")
public class FeeStatements {
    private static final Map<String, String> KINDS = Map.of("fee", "手续费 fee", "held-back", "暂扣 held back", "adjustment", "异议调整 adjustment", "released", "结清暂扣 released");

    private final StatementFacts facts;
    private final AssessmentFacts scores;
    private final AssessmentFiles files;
    private final SealedStatements sealed;
    private final Audit audit;

    FeeStatements(StatementFacts facts, AssessmentFacts scores, AssessmentFiles files, SealedStatements sealed, Audit audit) {
        this.facts = facts;
        this.scores = scores;
        this.files = files;
        this.sealed = sealed;
        this.audit = audit;
    }

    @Transactional
    public ResponseEntity<byte[]> pdf(String statementNo, Actor actor) {
        StatementFacts.Statement statement = find(statementNo);
        audit.write(actor.name(), "fee-statement-read", statementNo, "pdf");
        return file(sealed.sealed(paper(statement)), statementNo + ".pdf", MediaType.APPLICATION_PDF);
    }

    /** On its way to the banks: a scorecard with a fee takes the sealed statement of its period along, as paper and as lines. */
    @Transactional
    public Outcome attach(Outcome outcome) {
        return new Outcome(outcome.reply(), outcome.outgoing().stream().map(this::attached).toList(), outcome.consequences());
    }

    private Outgoing attached(Outgoing out) {
        return out.message() instanceof Scorecard card && card.fee() != null ? new Outgoing(out.partner(), attached(card)) : out;
    }

    /** The number of a period's statement is that of the period, which a final scorecard's begins with. */
    private Scorecard attached(Scorecard card) {
        String no = card.scorecardNo().substring(0, card.scorecardNo().lastIndexOf('-'));
        byte[] file = sealed.sealed(paper(find(no)));
        return card.with(new FeeStatement(no, Digest.of(file), base64(file), base64(lines(no))));
    }

    private byte[] lines(String statementNo) {
        StringWriter text = new StringWriter();
        files.statement(statementNo, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Transactional
    public ResponseEntity<byte[]> csv(String statementNo, Actor actor) {
        find(statementNo);
        audit.write(actor.name(), "fee-statement-read", statementNo, "csv");
        return file(lines(statementNo), statementNo + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private StatementFacts.Statement find(String statementNo) {
        return facts.find(statementNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
    }

    private Statement paper(StatementFacts.Statement statement) {
        List<Statement.Row> rows = new ArrayList<>();
        scores.find(statement.statementNo()).ifPresent(period -> {
            rows.add(new Statement.Row("考核期", period.firstDay() + " — " + period.lastDay()));
            rows.add(new Statement.Row("考核结果", result(period.total(), period.grade())));
            scores.fee(period.periodNo()).ifPresent(fee -> fee(rows, fee));
        });
        for (StatementFacts.Line line : statement.lines()) {
            rows.add(new Statement.Row("第 " + line.line() + " 项", KINDS.get(line.kind()) + "：" + yuan(line.amountFen()) + "（" + line.periodNo() + "）"));
        }
        rows.add(new Statement.Row("本次应付", yuan(statement.payableFen()) + "　payable"));
        if (statement.document() != null) {
            rows.add(new Statement.Row("依据文件", statement.document()));
        }
        String opening = "现将住房公积金委托贷款手续费结算如下。 Statement of the entrusted-loan fee.";
        return new Statement("委托贷款手续费结算单", statement.statementNo(), new PartnerId(statement.partner()), opening, rows, statement.madeOn());
    }

    /** A red line has a grade where too little was graded for points. */
    private static String result(@Nullable BigDecimal total, @Nullable String grade) {
        String points = total == null ? "样本不足，未评分 no points" : total + " 分 points";
        return grade == null ? "样本不足，未评等级 not graded" : points + "，" + grade + " 级 grade";
    }

    private static void fee(List<Statement.Row> rows, AssessmentFacts.Fee fee) {
        rows.add(new Statement.Row("实收利息", yuan(fee.interestFen()) + "　interest received"));
        rows.add(new Statement.Row("实收罚息", yuan(fee.penaltyFen()) + "　penalty interest received"));
        if (fee.carriedFen() != 0) {
            rows.add(new Statement.Row("前期多退结转", yuan(fee.carriedFen()) + "　taken back beyond what came in, carried from earlier periods"));
        }
        rows.add(new Statement.Row("计费基数", yuan(fee.baseFen()) + "　base"));
        rows.add(new Statement.Row("合同费率", fee.percent().stripTrailingZeros().toPlainString() + " %，" + yuan(fee.fullFen()) + "　by the contract"));
        rows.add(new Statement.Row("考核系数", fee.coefficient() + "　coefficient"));
    }

    private static String yuan(long fen) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(BigDecimal.valueOf(fen, 2)) + " 元";
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name, MediaType type) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
    }
}
