package io.github.milvusspring.data.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks one at a time on whichever thread submits the first pending one; never
 * blocks and needs no thread.
 */
final class SerialExecutor implements Executor {

	private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();

	private final AtomicInteger waiting = new AtomicInteger();

	@Override
	public void execute(Runnable step) {
		this.steps.add(step);
		if (this.waiting.getAndIncrement() == 0) {
			do {
				this.steps.remove().run();
			}
			while (this.waiting.decrementAndGet() > 0);
		}
	}

}
