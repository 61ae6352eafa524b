package io.github.milvusspring.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;

import org.springframework.data.annotation.Id;
import org.springframework.util.unit.DataSize;

/**
 * A Milvus Lite that is filled, asked, and worked on by many threads.
 */
final class LiteUnderLoad implements AutoCloseable {

	private static final int DIMENSION = 384;

	/** Fewer rows than are put into files after a write. */
	private static final int SMALL_BATCH = 900;

	private static final int THREADS = 64;

	private static final int SECONDS = 15;

	private final MilvusLite lite;

	private final MilvusConnection connection;

	private final MilvusTemplate template;

	private final DataSize memoryTable;

	private final int rows;

	LiteUnderLoad(Path directory, DataSize memoryTable, int rows) {
		this.memoryTable = memoryTable;
		this.rows = rows;
		this.lite = MilvusLite.start(
				MilvusLiteOptions.defaults().withDataDirectory(directory).withMemoryTableBytes(memoryTable.toBytes()));
		this.connection = MilvusConnection.open(ConnectionSettings.of(this.lite.uri()));
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()));
	}

	LiteLoad measure(boolean flushed) throws IOException {
		this.template.ensureCollection(Passage.class);
		double ingest = ingest(flushed);
		double search = millis(9, () -> this.template.search(nearest(), Passage.class));
		double query = millis(9, () -> this.template.query(cheap(), Passage.class));
		double count = millis(5, () -> this.template.count(Filter.all(), Passage.class));
		double find = millis(50, () -> this.template.findById(anyKey(), Passage.class));
		double mixed = mixed();
		return new LiteLoad(this.memoryTable.toMegabytes() + "MB", this.rows, ingest, search, query, count, find, mixed,
				memory());
	}

	private double ingest(boolean flushed) {
		long start = System.nanoTime();
		if (flushed) {
			this.template.insertAll(passages(0, this.rows), Passage.class, BatchOptions.DEFAULT);
		}
		else {
			for (int from = 0; from < this.rows; from += SMALL_BATCH) {
				this.template.insertAll(passages(from, Math.min(this.rows, from + SMALL_BATCH)).toList());
			}
		}
		return this.rows / ((System.nanoTime() - start) / 1e9);
	}

	private double mixed() {
		LongAdder done = new LongAdder();
		CountDownLatch failed = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		for (int i = 0; i < THREADS; i++) {
			threads.execute(() -> {
				try {
					while (System.nanoTime() < end) {
						any();
						done.increment();
					}
				}
				catch (RuntimeException ex) {
					failed.countDown();
					throw ex;
				}
			});
		}
		threads.shutdown();
		try {
			if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
				throw new IllegalStateException("The mixed load does not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (failed.getCount() == 0) {
			throw new IllegalStateException("A call of the mixed load has failed");
		}
		return done.sum() / ((System.nanoTime() - end) / 1e9 + SECONDS);
	}

	// As many searches as filters, look-ups and writes.
	private void any() {
		switch (ThreadLocalRandom.current().nextInt(4)) {
			case 0 -> this.template.search(nearest(), Passage.class);
			case 1 -> this.template.query(cheap(), Passage.class);
			case 2 -> this.template.findById(anyKey(), Passage.class);
			default -> this.template.upsert(passage((int) anyKey()));
		}
	}

	private VectorQuery nearest() {
		return VectorQuery.of(vector(ThreadLocalRandom.current().nextInt())).withLimit(10);
	}

	private FilterQuery cheap() {
		return FilterQuery.of(Filter.where("price").lt(500)).withLimit(100);
	}

	private long anyKey() {
		return ThreadLocalRandom.current().nextInt(this.rows);
	}

	private double memory() throws IOException {
		Path status = Path.of("/proc", Long.toString(this.lite.pid()), "status");
		if (!Files.exists(status)) {
			return Double.NaN;
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
				.findFirst()
				.orElse(0) / 1024.0;
		}
	}

	private static double millis(int times, Runnable call) {
		double[] millis = new double[times];
		for (int i = 0; i < times; i++) {
			long start = System.nanoTime();
			call.run();
			millis[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(millis);
		return millis[times / 2];
	}

	private static Stream<Passage> passages(int from, int to) {
		return IntStream.range(from, to).mapToObj(LiteUnderLoad::passage);
	}

	private static Passage passage(int id) {
		return new Passage(id, "title of passage " + id, id % 1_000, vector(id));
	}

	private static float[] vector(int seed) {
		Random random = new Random(seed);
		float[] vector = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			vector[i] = random.nextFloat() - 0.5f;
		}
		return vector;
	}

	@Override
	public void close() {
		this.connection.close();
		this.lite.close();
	}

	/**
	 * A row with a vector of 384 floats.
	 *
	 * @param id the key
	 * @param title a text
	 * @param price a number
	 * @param embedding the vector
	 */
	@MilvusEntity("passages")
	record Passage(@Id long id, @MilvusField(maxLength = 256) String title, int price,
			@VectorField(dimension = DIMENSION) float[] embedding) {
	}

}
