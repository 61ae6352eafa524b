package io.github.milvusspring.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.management.OperatingSystemMXBean;

/**
 * The CPU time of our calls over that of the same calls by the bare channel, the two in
 * turn: most of it is the network's, which varies with the machine.
 */
public final class OverFloor {

	private final int rounds;

	private final int warmUp;

	private final int calls;

	OverFloor(int rounds, int warmUp, int calls) {
		this.rounds = rounds;
		this.warmUp = warmUp;
		this.calls = calls;
	}

	/**
	 * Prints the ratio for searches.
	 * @param args none
	 */
	public static void main(String[] args) {
		System.out.println(new OverFloor(30, 12, 250).search());
	}

	double search() {
		SearchBenchmark search = new SearchBenchmark();
		search.vectors = true;
		search.start();
		try {
			return ratio(search::ours, search::floor);
		}
		finally {
			search.stop();
		}
	}

	double upsert() throws InvalidProtocolBufferException {
		UpsertBenchmark upsert = new UpsertBenchmark();
		upsert.rows = 2_000;
		upsert.start();
		try {
			return ratio(upsert::ours, upsert::floor);
		}
		finally {
			upsert.stop();
		}
	}

	private double ratio(Runnable ours, Runnable floor) {
		double[] ratios = new double[this.rounds];
		for (int i = -this.warmUp; i < this.rounds; i++) {
			double below = cpu(floor);
			ratios[Math.max(0, i)] = cpu(ours) / below;
		}
		return BenchmarkRun.median(DoubleStream.of(ratios).boxed());
	}

	private double cpu(Runnable call) {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long before = system.getProcessCpuTime();
		for (int i = 0; i < this.calls; i++) {
			call.run();
		}
		return system.getProcessCpuTime() - before;
	}

}
