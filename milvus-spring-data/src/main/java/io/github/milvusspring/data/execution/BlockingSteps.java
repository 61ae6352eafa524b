package io.github.milvusspring.data.execution;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Runs steps one at a time on the thread that waits for their result. Once this thread is
 * interrupted, every further step sees its interrupt flag.
 */
final class BlockingSteps implements Executor {

	private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();

	private BlockingSteps() {
	}

	/**
	 * Waits for a result, and meanwhile runs the steps that lead to it.
	 * @param <R> the result
	 * @param work starts the work; it is given the executor for its steps
	 * @return the result
	 */
	static <R> R await(Function<Executor, CompletableFuture<R>> work) {
		BlockingSteps thread = new BlockingSteps();
		CompletableFuture<R> result = work.apply(thread);
		// Adds an empty step, because this thread has to
		// wake up when another thread completes the result.
		result.whenComplete((value, ex) -> thread.execute(() -> {
		}));
		boolean interrupted = false;
		while (!result.isDone()) {
			try {
				Runnable step = thread.steps.take();
				if (interrupted) {
					Thread.currentThread().interrupt();
				}
				step.run();
				interrupted |= Thread.interrupted();
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return RowTransport.await(result);
	}

	@Override
	public void execute(Runnable step) {
		this.steps.add(step);
	}

}
