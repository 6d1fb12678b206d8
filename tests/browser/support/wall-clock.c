/*
 * A wall clock that a test can set for one browser: every reading of the time of day is off by the seconds
 * that stand in the file named by WALL_CLOCK. Monotonic time is left as it is, as it is on a real computer.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long none = 0;
static volatile long *off = &none;

__attribute__((constructor)) static void open_clock(void) {
  const char *name = getenv("WALL_CLOCK");
  int file = name ? open(name, O_RDONLY) : -1;
  if (file < 0) return;
  void *page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
  if (page != MAP_FAILED) off = page;
  close(file);
}

int clock_gettime(clockid_t clock, struct timespec *at) {
  int result = syscall(SYS_clock_gettime, clock, at);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += *off;
  return result;
}

int gettimeofday(struct timeval *at, void *zone) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}

/*
 * Whoever waits until a time of day reckoned it from the readings above, but the kernel waits by its own clock:
 * ten milliseconds of rest would last an hour, or none at all. Monotonic time counts from the machine's start and
 * never comes near the year 2001.
 */
static clockid_t kernel_time(const struct timespec *until, struct timespec *kernel) {
  *kernel = *until;
  if (until->tv_sec < 1000000000) return CLOCK_MONOTONIC;
  kernel->tv_sec -= *off;
  return CLOCK_REALTIME;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  struct timespec kernel;
  clockid_t clock = kernel_time(until, &kernel);
  return pthread_cond_clockwait(condition, mutex, clock, &kernel);
}

int sem_timedwait(sem_t *semaphore, const struct timespec *until) {
  struct timespec kernel;
  kernel_time(until, &kernel);
  return sem_clockwait(semaphore, CLOCK_REALTIME, &kernel);
}
