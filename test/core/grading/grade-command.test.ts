import { vectors } from './vectors.ts';

vectors('command', 'docker run -d -p 8080:80 --name web nginx', [
  ['docker run -d --name web -p 8080:80 nginx', 'equivalent', 'option-order'],
  ['docker run -dp 8080:80 --name=web nginx', 'equivalent', 'option-spelling'],
  ['docker run -d -P 8080:80 --name web nginx', 'near', 'option-case other-option'],
  ['docker run -d -p 80:8080 --name web nginx', 'wrong', ''],
]);
vectors('command', 'docker run -d -p 8080:80 nginx', [
  ['docker run -d -p8080:80 nginx', 'equivalent', 'option-spelling'],
]);
vectors('command', 'docker run -v a:/a -v b:/b x', [
  ['docker run -v b:/b -v a:/a x', 'near', 'other-option-order'],
]);
vectors('command', 'docker exec -it web bash', [
  ['docker exec -ti web bash', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'docker exec -it web ls -la /', [
  ['docker exec -it web ls -l -a /', 'equivalent', 'option-spelling'],
]);
vectors('command', 'docker exec web ls', [['docker exec web sudo ls', 'wrong', '']]);
vectors('command', 'docker ps -a', [
  ['docker container ls --all', 'equivalent', 'option-spelling'],
  ['docker ps --all', 'equivalent', 'option-spelling'],
  ['docker ps', 'near', 'missing-option'],
  ['docker ps -A', 'near', 'option-case'],
  ['podman ps -a', 'wrong', ''],
]);
vectors('command', 'docker rmi nginx', [['docker image rm nginx', 'equivalent', 'option-spelling']]);
vectors('command', 'docker rm -f web', [
  ['docker rm web -f', 'equivalent', 'option-order'],
  ['docker rm --force web', 'equivalent', 'option-spelling'],
]);
vectors('command', 'docker rm $(docker ps -aq)', [
  ['docker rm $(docker ps -a -q)', 'equivalent', 'other-notation'],
  ['docker rm `docker ps -qa`', 'equivalent', 'other-notation'],
  ['docker rm "$(docker ps -aq)"', 'near', 'quoted'],
]);
vectors('command', 'docker commit web web:2', [['docker commit -m "x" web web:2', 'near', 'surplus-option']]);
vectors('command', 'docker build -t app .', [
  ['docker build . -t app', 'equivalent', 'option-order'],
  ['docker build -t app', 'wrong', ''],
]);
vectors('command', 'docker inspect --format "{{.Id}}" web', [
  ["docker inspect -f='{{.Id}}' web", 'wrong', ''],
]);
vectors('command', 'tar -czf a.tgz dir', [
  ['tar -zcf a.tgz dir', 'equivalent', 'option-spelling option-order'],
  ['tar cfz a.tgz dir', 'equivalent', 'option-spelling option-order'],
  ['tar -czvf a.tgz dir', 'near', 'surplus-option'],
  ['tar -cf a.tgz -z dir', 'equivalent', 'option-spelling option-order'],
  ['tar --create --gzip --file=a.tgz dir', 'equivalent', 'option-spelling'],
  ['tar -czf a.tgz  dir', 'equivalent', 'other-blanks'],
  ['tar -cf a.tgz dir', 'near', 'missing-option'],
]);
vectors('command', 'tar -xf a.tgz -C /tmp', [['tar -C /tmp -xf a.tgz', 'equivalent', 'option-order']]);
vectors('command', 'tar xf a.tgz', [['tar -xf a.tgz', 'equivalent', 'option-spelling']]);
vectors('command', 'find . -type f -name "*.c"', [
  ['find . -name "*.c" -type f', 'near', 'other-option-order'],
  ['find -type f -name "*.c"', 'wrong', ''],
]);
vectors('command', 'find . ! -name x -type f', [['find . -name x ! -type f', 'near', 'other-option-order']]);
vectors('command', 'find . -name x -exec rm {} \\;', [
  ["find . -name x -exec rm '{}' ';'", 'equivalent', 'other-quotes'],
  ['find . -name x -exec rm {} ;', 'near', 'quotes-missing'],
  ['find . -name x -exec rm {} +', 'wrong', ''],
]);
vectors('command', 'find . -size +1M', [['find . -size +1m', 'wrong', '']]);
vectors('command', 'ssh -p 22 root@h uptime', [['ssh root@h -p 22 uptime', 'wrong', '']]);
vectors('command', 'ssh -i k u@h "ls -l"', [
  ["ssh -i k u@h 'ls -l'", 'equivalent', 'other-quotes'],
  ['ssh -i k u@h ls -l', 'near', 'quotes-missing'],
]);
vectors('command', 'chroot /mnt /bin/bash', [
  ['sudo chroot /mnt /bin/bash', 'equivalent', 'trimmed-sudo'],
  ['chroot /mnt bash', 'equivalent', 'full-path'],
  ['/usr/sbin/chroot /mnt /bin/bash', 'equivalent', 'full-path'],
]);
vectors('command', 'chroot /mnt', [['chroot /mnt/', 'wrong', '']]);
vectors('command', "sed -i 's/a/b/g' f", [
  ['sed -i "s/a/b/g" f', 'equivalent', 'other-quotes'],
  ['sed -i s/a/b/g f', 'equivalent', 'other-quotes'],
  ['sed -e s/a/b/g -i f', 'wrong', ''],
]);
vectors('command', "sed -i 's/a b/c/' f", [['sed -i s/a b/c/ f', 'near', 'quotes-missing']]);
vectors('command', "sed 's/$x/y/' f", [['sed "s/$x/y/" f', 'wrong', '']]);
vectors('command', "sed 's/x$/y/' f", [['sed "s/x$/y/" f', 'equivalent', 'other-quotes']]);
vectors('command', 'cat <<< "hello"', [
  ["cat <<<'hello'", 'equivalent', 'other-quotes'],
  ['cat <<<hello', 'equivalent', 'other-quotes'],
  ['cat <<< hello world', 'wrong', ''],
]);
vectors('command', 'a && b', [
  ['a&&b', 'equivalent', 'other-blanks'],
  ['a ; b', 'wrong', ''],
  ['a || b', 'wrong', ''],
  ['a &&', 'near', 'incomplete'],
  ['sudo a && sudo b', 'equivalent', 'trimmed-sudo'],
]);
vectors('command', 'sudo a && sudo b', [['a && b', 'near', 'sudo-missing']]);
vectors('command', 'make > log 2>&1', [
  ['make >log 2>&1', 'equivalent', 'other-blanks'],
  ['make &> log', 'equivalent', 'other-notation'],
  ['make > log 2>& 1', 'equivalent', 'other-blanks'],
]);
vectors('command', 'make 2>/dev/null', [
  ['make 2> /dev/null', 'equivalent', 'other-blanks'],
  ['make 2 > /dev/null', 'wrong', ''],
  ['2>/dev/null make', 'equivalent', 'other-notation'],
]);
vectors('command', 'sort < in > out', [['sort > out < in', 'equivalent', 'redirection-order']]);
vectors('command', 'LANG=C ls -l', [
  ['ls -l', 'wrong', ''],
  ['LANG=C ls  -l', 'equivalent', 'other-blanks'],
  ['LANG="C" ls -l', 'equivalent', 'other-quotes'],
]);
vectors('command', 'LANG=C A=1 ls -l', [['A=1 LANG=C ls -l', 'equivalent', 'assignment-order']]);
vectors('command', 'env LANG=C ls', [['LANG=C ls', 'wrong', '']]);
vectors('command', 'sudo -u bob ls -la', [['sudo -u bob ls -l -a', 'equivalent', 'option-spelling']]);
vectors('command', 'sudo systemctl restart ssh', [['systemctl restart ssh', 'near', 'sudo-missing']]);
vectors('command', 'ls -la', [
  ['ls -l -a', 'equivalent', 'option-spelling'],
  ['ls -al', 'equivalent', 'option-spelling option-order'],
  ['ls -a -l', 'equivalent', 'option-spelling option-order'],
  ['ls -lA', 'near', 'option-case other-option'],
  ['ls -l', 'near', 'missing-option'],
  ['ls -lah', 'near', 'surplus-option'],
  ['LS -la', 'wrong', ''],
  ['ls \u2013la', 'equivalent', 'other-characters'],
]);
vectors('command', 'rm -rf dir', [
  ['rm -r -f dir', 'equivalent', 'option-spelling'],
  ['rm -fR dir', 'equivalent', 'option-spelling option-order'],
  ['rm dir -rf', 'equivalent', 'option-order'],
  ['rm -rf -- dir', 'equivalent', 'option-spelling'],
]);
vectors('command', 'grep -i foo f', [
  ['grep foo -i f', 'equivalent', 'option-order'],
  ['grep -i "foo" f', 'equivalent', 'other-quotes'],
  ['grep -I foo f', 'near', 'option-case'],
]);
vectors('command', "grep -E 'vmx|svm' /proc/cpuinfo", [
  ['grep -E vmx|svm /proc/cpuinfo', 'near', 'quotes-missing'],
  ['egrep "vmx|svm" /proc/cpuinfo', 'wrong', ''],
  ['grep -E "vmx|svm" /proc/cpuinfo', 'equivalent', 'other-quotes'],
  ['grep -E "svm|vmx" /proc/cpuinfo', 'wrong', ''],
]);
vectors('command', "grep -cE 'vmx|svm' /proc/cpuinfo", [
  ['grep -Ec "vmx|svm" /proc/cpuinfo', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'cut -d: -f1 /etc/passwd', [
  ['cut -d : -f 1 /etc/passwd', 'equivalent', 'option-spelling'],
  ['cut -f1 -d: /etc/passwd', 'equivalent', 'option-order'],
  ["cut -d':' -f1 /etc/passwd", 'equivalent', 'other-quotes'],
]);
vectors('command', 'lsmod | grep kvm', [
  ['lsmod|grep kvm', 'equivalent', 'other-blanks'],
  ['sudo lsmod | grep kvm', 'equivalent', 'trimmed-sudo'],
]);
vectors('command', 'sort -k2 -n f', [
  ['sort -nk2 f', 'equivalent', 'option-spelling option-order'],
  ['sort -n -k 2 f', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'head -n 5 f', [
  ['head -5 f', 'equivalent', 'option-spelling'],
  ['head -n5 f', 'equivalent', 'option-spelling'],
]);
vectors('command', 'virsh list --all', [['virsh --all list', 'wrong', '']]);
vectors('command', 'virsh -c qemu:///system list --all', [
  ['virsh --connect qemu:///system list --all', 'equivalent', 'option-spelling'],
]);
vectors('command', 'virsh shutdown vm1', [['virsh destroy vm1', 'wrong', '']]);
vectors('command', 'virsh start <any>', [
  ['virsh start foo', 'exact', ''],
  ['virsh start', 'wrong', ''],
  ['virsh start a b', 'wrong', ''],
]);
vectors('command', 'cp <path> /tmp', [['cp a.txt /tmp', 'exact', '']]);
vectors('command', 'head -n <number> f', [
  ['head -n 5 f', 'exact', ''],
  ['head -n five f', 'wrong', ''],
]);
vectors('command', 'docker run -p <number>:80 nginx', [['docker run -p 8080:80 nginx', 'exact', '']]);
vectors('command', 'qemu-img create -f qcow2 d.qcow2 10G', [
  ['qemu-img create d.qcow2 10G -f qcow2', 'equivalent', 'option-order'],
  ['qemu-img create -fqcow2 d.qcow2 10G', 'equivalent', 'option-spelling'],
  ['qemu-img create d.qcow2 -f qcow2 10G', 'equivalent', 'option-order'],
  ['qemu-img create -f qcow2 d.qcow2 10g', 'wrong', ''],
]);
vectors('command', 'qemu-system-x86_64 -m 2048 -enable-kvm -hda d.img', [
  ['qemu-system-x86_64 -enable-kvm -m 2048 -hda d.img', 'equivalent', 'option-order'],
]);
vectors('command', 'kubectl get pods -A', [
  ['kubectl get pods --all-namespaces', 'equivalent', 'option-spelling'],
]);
vectors('command', 'kubectl exec -it pod -- sh', [
  ['kubectl exec pod -it -- sh', 'equivalent', 'option-order'],
]);
vectors('command', 'systemd-detect-virt --vm', [['systemd-detect-virt -v', 'equivalent', 'option-spelling']]);
vectors('command', 'systemd-machine-id-setup --root=/mnt', [
  ['systemd-machine-id-setup --root /mnt', 'equivalent', 'option-spelling'],
]);
vectors('command', 'dbus-uuidgen --ensure=/etc/machine-id', [
  ['dbus-uuidgen --ensure /etc/machine-id', 'wrong', ''],
]);
vectors('command', 'ssh-keygen -lf k', [
  ['ssh-keygen -l -f k', 'equivalent', 'option-spelling'],
  ['ssh-keygen -f k -l', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'ssh-keygen -A -f /mnt', [['ssh-keygen -a -f /mnt', 'near', 'option-case other-option']]);
vectors('command', 'mount -o bind /dev /mnt/dev', [['mount --bind /dev /mnt/dev', 'wrong', '']]);
vectors('command', 'mount -t proc proc /mnt/proc', [['mount -t proc none /mnt/proc', 'wrong', '']]);
vectors('command', "unshare -r --uts sh -c 'hostname lab'", [
  ["unshare -ru sh -c 'hostname lab'", 'equivalent', 'option-spelling'],
]);
vectors('command', 'unshare -rpf --mount-proc ps', [
  ['unshare --fork --pid --map-root-user --mount-proc ps', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', '[ -f x ] && echo y', [['[ -f x ]&&echo y', 'equivalent', 'other-blanks']]);
vectors('command', '(cd /tmp; ls)', [
  ['( cd /tmp ; ls )', 'equivalent', 'other-blanks'],
  ['cd /tmp; ls', 'wrong', ''],
]);
vectors('command', 'echo a{1,2}', [["echo a'{1,2}'", 'near', 'quoted']]);
vectors('command', 'echo {}', [["echo '{}'", 'equivalent', 'other-quotes']]);
vectors('command', 'cd ~', [
  ["cd '~'", 'near', 'quoted'],
  ['cd $HOME', 'wrong', ''],
]);
vectors('command', 'cmd &', [['cmd', 'wrong', '']]);
vectors('command', 'ps aux', [['ps -aux', 'wrong', '']]);
vectors('command', 'ps aux | grep x', [["ps aux|grep 'x'", 'equivalent', 'other-quotes']]);
vectors('command', 'ls -l; ', [['ls -l', 'equivalent', 'other-notation']]);
vectors('command', 'ls', [
  ['ls;', 'equivalent', 'other-notation'],
  ['ls )', 'near', 'incomplete'],
  ['ls >', 'near', 'incomplete'],
  ['| ls', 'near', 'incomplete'],
  ['`ls`', 'equivalent', 'surrounding-backticks'],
  ['“ls”', 'equivalent', 'other-quotes other-characters'],
]);
vectors('command', 'ls \u2013la', [['ls -la', 'exact', '']]);
vectors('command', "git commit -m 'a b'", [
  ['git commit -m “a b”', 'equivalent', 'other-quotes other-characters'],
]);
vectors('command', 'foo -a -b x', [['foo -b -a x', 'near', 'other-option-order']]);
vectors('command', 'foo -a x -b', [['foo -b -a x', 'wrong', '']]);
vectors('command', 'foo -a x', [['foo x', 'near', 'missing-option']]);
vectors('command', 'echo hello world', [["echo 'hello world'", 'near', 'quotes-added']]);
vectors('command', 'a | b', [['a |\nb', 'equivalent', 'other-blanks']]);
vectors('command', 'docker run -it x', [['docker run \\\n -it x', 'equivalent', 'other-quotes']]);
vectors('command', 'diff <(a) <(b)', [['diff <(a) <( b )', 'equivalent', 'other-blanks']]);
vectors('command', 'docker run --rm -it x', [['docker run --rm -it x extra', 'wrong', '']]);
vectors('command', "awk '{print $1}' f", [
  ['awk "{print $1}" f', 'wrong', ''],
  ['awk {print $1} f', 'near', 'quotes-missing'],
]);
vectors('command', "grep '^[0-9a-f]' f", [['grep ^[0-9a-f] f', 'near', 'unquoted']]);
vectors('command', "grep 'root$' f", [['grep root$ f', 'equivalent', 'other-quotes']]);
vectors('command', 'echo $(date)', [
  ['echo "$(date)"', 'near', 'quoted'],
  ['echo $(date', 'near', 'incomplete'],
]);
vectors('command', 'echo ${HOME}', [['echo $HOME', 'wrong', '']]);
vectors('command', 'journalctl -u ssh -n 20', [
  ['journalctl -n20 -u ssh', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'cat f | sort | uniq -c', [
  ['cat f|sort|uniq --count', 'equivalent', 'option-spelling'],
  ['cat f | sort', 'wrong', ''],
]);
vectors('command', 'xargs -0 rm -f', [['xargs --null rm --force', 'equivalent', 'option-spelling']]);
vectors('command', 'nice -n 10 tar -cf a b', [['nice -n 10 tar cf a b', 'equivalent', 'option-spelling']]);
vectors('command', 'env A=1 ls -la', [['env A=1 ls -al', 'equivalent', 'option-spelling option-order']]);
vectors('command', 'sudo tee f', [['sudo -u root tee f', 'near', 'surplus-option']]);
vectors('command', 'echo x >> f', [
  ['echo x > f', 'wrong', ''],
  ['echo x>>f', 'equivalent', 'other-blanks'],
]);
vectors('command', 'echo x > f', [['echo x 1> f', 'equivalent', 'other-notation']]);
vectors('command', 'ls *.txt', [["ls '*.txt'", 'near', 'quoted']]);
vectors('command', 'ls -d .*', [['ls .* -d', 'equivalent', 'option-order']]);
vectors('command', "ssh-keygen -t ed25519 -C 'a b'", [
  ['ssh-keygen -C "a b" -t ed25519', 'equivalent', 'option-order'],
]);
vectors('command', 'ssh-keygen -R host', [['ssh-keygen -r host', 'near', 'option-case other-option']]);
vectors('command', 'cloud-init clean --logs', [['cloud-init clean -l', 'equivalent', 'option-spelling']]);
vectors('command', 'cloud-init status --wait', [['cloud-init status', 'near', 'missing-option']]);
vectors('command', 'virt-install --name a --memory 1024 --disk size=5', [
  ['virt-install --memory=1024 --name=a --disk=size=5', 'equivalent', 'option-spelling option-order'],
]);
vectors('command', 'modprobe -r kvm', [['modprobe --remove kvm', 'equivalent', 'option-spelling']]);
vectors('command', 'systemctl enable --now sshd', [
  ['systemctl --now enable sshd', 'equivalent', 'option-order'],
]);
vectors('command', 'podman run --rm -it alpine', [
  ['podman run -it --rm alpine', 'equivalent', 'option-order'],
]);
vectors('command', 'lxc-start -n web', [
  ['lxc-start --name web', 'equivalent', 'option-spelling'],
  ['lxc-start --name=web -d', 'near', 'surplus-option'],
]);
vectors('command', 'cmd', [
  ["'cmd'", 'equivalent', 'other-quotes'],
  ["cmd '", 'near', 'unclosed-quote'],
  ['cmd \\', 'near', 'incomplete'],
  ['  cmd  ', 'exact', ''],
  ['CMD', 'wrong', ''],
]);
