package io.github.milvusspring.sample.index;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.milvusspring.sample.index.IndexStatus.State;

/**
 * Keeps count during a run and tells how far it is.
 */
public class IndexProgress {

	private static final double NANOS = 1_000_000_000;

	private final Consumer<IndexStatus> listener;

	private final LongSupplier clock;

	private volatile IndexStatus status = new IndexStatus(State.STARTING, 0, 0, 0, 0, 0, 0, 0, null);

	private long started;

	private long writingSince;

	/**
	 * Creates the progress of an index.
	 * @param listener hears of every step
	 */
	public IndexProgress(Consumer<IndexStatus> listener) {
		this(listener, System::nanoTime);
	}

	IndexProgress(Consumer<IndexStatus> listener, LongSupplier clock) {
		this.listener = listener;
		this.clock = clock;
		this.started = clock.getAsLong();
	}

	/**
	 * Returns how far the index is now.
	 * @return the status
	 */
	public IndexStatus status() {
		return this.status;
	}

	void reading() {
		this.started = this.clock.getAsLong();
		update(new IndexStatus(State.READING, 0, 0, 0, 0, 0, 0, 0, null));
	}

	void writing(IndexChanges changes) {
		this.writingSince = this.clock.getAsLong();
		update(new IndexStatus(State.WRITING, changes.toWrite().size(), 0, changes.unchanged(),
				changes.toRemove().size(), 0, 0, seconds(), null));
	}

	void written(int count) {
		IndexStatus before = this.status;
		int written = before.written() + count;
		double perSecond = written * NANOS / Math.max(1, this.clock.getAsLong() - this.writingSince);
		long left = Math.round(Math.ceil((before.toWrite() - written) / perSecond));
		update(new IndexStatus(State.WRITING, before.toWrite(), written, before.unchanged(), before.removed(),
				perSecond, left, seconds(), null));
	}

	void ready() {
		IndexStatus before = this.status;
		update(new IndexStatus(State.READY, before.toWrite(), before.written(), before.unchanged(), before.removed(),
				before.perSecond(), 0, seconds(), null));
	}

	void readyWith(int rows) {
		update(new IndexStatus(State.READY, 0, 0, rows, 0, 0, 0, 0, null));
	}

	void failed(Exception problem) {
		IndexStatus before = this.status;
		update(new IndexStatus(State.FAILED, before.toWrite(), before.written(), before.unchanged(), before.removed(),
				before.perSecond(), 0, seconds(), String.valueOf(problem.getMessage())));
	}

	private double seconds() {
		return (this.clock.getAsLong() - this.started) / NANOS;
	}

	private void update(IndexStatus status) {
		this.status = status;
		this.listener.accept(status);
	}

}
