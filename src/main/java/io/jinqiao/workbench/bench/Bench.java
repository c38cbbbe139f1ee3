package io.jinqiao.workbench.bench;

import io.jinqiao.workbench.bench.assessment.AssessmentBench;
import io.jinqiao.workbench.bench.codec.CodecBench;
import io.jinqiao.workbench.bench.credit.CreditBench;
import io.jinqiao.workbench.bench.crash.CrashCommand;
import io.jinqiao.workbench.bench.exchange.ExchangeBench;
import io.jinqiao.workbench.bench.mutation.MutationCommand;
import io.jinqiao.workbench.bench.opinion.OpinionBench;
import io.jinqiao.workbench.bench.registry.RegistryBench;
import io.jinqiao.workbench.bench.repayment.RepaymentBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = {"Measures, and campaigns that try to break the gateway.", "性能与故障测试。"},
        subcommands = {
            ExchangeBench.class, OpinionBench.class, CodecBench.class, RegistryBench.class, RepaymentBench.class, CreditBench.class, AssessmentBench.class, CrashCommand.class, MutationCommand.class
        })
public final class Bench implements Runnable {
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name what to bench. / 请指定测试项目。");
    }
}
