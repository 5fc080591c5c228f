#include "service/worker_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"

namespace quiver {
namespace {

TEST(WorkerThreadTest, RunsTasksInOrderOnAThreadOfItsOwn) {
  std::vector<int> order;
  std::thread::id thread;
  {
    WorkerThread worker;
    for (int i = 0; i < 3; ++i) worker.Run([&, i] { order.push_back(i); });
    worker.Run([&] { thread = std::this_thread::get_id(); });
  }

  EXPECT_THAT(order, testing::ElementsAre(0, 1, 2));
  EXPECT_NE(thread, std::this_thread::get_id());
}

TEST(WorkerThreadTest, DoesNotHoldUpWhoAsks) {
  absl::Notification asked;
  bool ran = false;
  {
    WorkerThread worker;
    worker.Run([&] {
      asked.WaitForNotification();
      ran = true;
    });
    asked.Notify();
  }

  EXPECT_TRUE(ran);
}

}  // namespace
}  // namespace quiver
