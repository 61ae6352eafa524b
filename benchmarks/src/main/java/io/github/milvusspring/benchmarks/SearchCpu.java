package io.github.milvusspring.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.stream.DoubleStream;

import com.sun.management.OperatingSystemMXBean;

/**
 * The CPU time of searches with vectors over that of the same calls whose replies are
 * dropped, the two in turn: most of it is the network's, which varies with the machine.
 */
public final class SearchCpu {

	private static final int CALLS = 250;

	private SearchCpu() {
	}

	/**
	 * Prints the ratio.
	 * @param args none
	 */
	public static void main(String[] args) {
		System.out.println(overFloor(30, 12));
	}

	static double overFloor(int rounds, int warmUp) {
		SearchBenchmark search = new SearchBenchmark();
		search.vectors = true;
		search.start();
		try {
			double[] ratios = new double[rounds];
			for (int i = -warmUp; i < rounds; i++) {
				double floor = cpu(search::floor);
				double ours = cpu(search::ours);
				ratios[Math.max(0, i)] = ours / floor;
			}
			return BenchmarkRun.median(DoubleStream.of(ratios).boxed());
		}
		finally {
			search.stop();
		}
	}

	private static double cpu(Runnable call) {
		OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		long before = system.getProcessCpuTime();
		for (int i = 0; i < CALLS; i++) {
			call.run();
		}
		return system.getProcessCpuTime() - before;
	}

}
