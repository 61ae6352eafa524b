package io.github.milvusspring.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The CPU time of the whole process for each operation: all threads, the collector and
 * the network's included.
 */
public final class CpuProfiler implements InternalProfiler {

	static final String CPU = "cpu";

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private long before;

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.before = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		long cpu = this.system.getProcessCpuTime() - this.before;
		double micros = cpu / 1000.0 / Math.max(1, result.getMetadata().getAllOps());
		return List.of(new ScalarResult(CPU, micros, "us/op", AggregationPolicy.AVG));
	}

	@Override
	public String getDescription() {
		return "CPU time of the process per operation";
	}

}
