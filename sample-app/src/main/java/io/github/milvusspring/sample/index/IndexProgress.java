package io.github.milvusspring.sample.index;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.github.milvusspring.sample.index.IndexStatus.State;
import org.jspecify.annotations.Nullable;

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
				changes.toRemove().size(), 0, 0, seconds(this.started), null));
	}

	void written(int count) {
		int written = this.status.written() + count;
		double perSecond = written / Math.max(1 / NANOS, seconds(this.writingSince));
		long left = Math.round(Math.ceil((this.status.toWrite() - written) / perSecond));
		update(State.WRITING, written, perSecond, left, null);
	}

	void ready() {
		update(State.READY, this.status.written(), this.status.perSecond(), 0, null);
	}

	void readyWith(int rows) {
		update(new IndexStatus(State.READY, 0, 0, rows, 0, 0, 0, 0, null));
	}

	void failed(Exception problem) {
		update(State.FAILED, this.status.written(), this.status.perSecond(), 0, String.valueOf(problem.getMessage()));
	}

	private double seconds(long since) {
		return (this.clock.getAsLong() - since) / NANOS;
	}

	private void update(State state, int written, double perSecond, long left, @Nullable String problem) {
		update(new IndexStatus(state, this.status.toWrite(), written, this.status.unchanged(), this.status.removed(),
				perSecond, left, seconds(this.started), problem));
	}

	private void update(IndexStatus status) {
		this.status = status;
		this.listener.accept(status);
	}

}
